import type { DepthColumn } from '../tree/columns.ts';

// Small enough for the rows at both ends of a range, large enough for a range of a million.
const blockRows = 32;

/** By column, the outermost level of each block of rows: found once, when it is first asked for. */
const known = new WeakMap<DepthColumn, Int32Array>();

/**
 * How far rows `from` to `to - 1` reach from the root, in levels: the greatest depth among them, its sign left out
 * (callers in a sandwich have depths below 0). Of a row and its subtree: `from` is the row, `to` its `end`.
 */
export function outermostLevel(depth: DepthColumn, from: number, to: number): number {
  const blocks = known.get(depth) ?? outermostOfBlocks(depth);
  const first = Math.ceil(from / blockRows);
  const end = Math.max(Math.floor(to / blockRows), first);
  return Math.max(
    deepestOf(depth, from, Math.min(first * blockRows, to)),
    deepestOf(blocks, first, end),
    deepestOf(depth, end * blockRows, to),
  );
}

function deepestOf(levels: DepthColumn, from: number, to: number): number {
  let deepest = 0;
  for (let i = from; i < to; i++) deepest = Math.max(Math.abs(levels[i]!), deepest); // to <= length
  return deepest;
}

function outermostOfBlocks(depth: DepthColumn): Int32Array {
  const blocks = new Int32Array(Math.ceil(depth.length / blockRows));
  for (let row = 0; row < depth.length; row++) {
    const block = Math.floor(row / blockRows);
    blocks[block] = Math.max(Math.abs(depth[row]!), blocks[block]!); // row < length
  }
  known.set(depth, blocks);
  return blocks;
}
