import { levelsOf } from './flame-layout.ts';
import type { FlameLayout } from './flame-layout.ts';

/** Levels by row: 8 bits where the layout has no more. */
export type HeightColumn = Uint16Array | Uint8Array;

/**
 * Levels of each row's subtree, 1 for a leaf; more than 65,535 counts as that. One pass backwards:
 * in pre-order a row's children stand after it, and have all been met when it is. It reads columns
 * from end to end and never jumps, which in a million rows is what costs.
 */
export function subtreeHeights(layout: FlameLayout): HeightColumn {
  const { size, depth, firstDepth, lastDepth } = layout;
  const heights = new (levelsOf(layout) <= 0xff ? Uint8Array : Uint16Array)(size);
  // By level: how far the subtrees met since the last row above them reach.
  const reach = new Int32Array(Math.max(lastDepth, -firstDepth) + 3).fill(-1);
  for (let row = size - 1; row >= 0; row--) {
    const level = Math.abs(depth[row]!); // row < size; callers in a sandwich have levels below 0
    const deepest = Math.max(level, reach[level + 1]!); // level <= the outermost level
    reach[level + 1] = -1;
    if (deepest > reach[level]!) reach[level] = deepest;
    heights[row] = Math.min(deepest - level + 1, 0xffff);
  }
  return heights;
}
