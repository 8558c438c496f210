import type { Profile } from '../../model/profile.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

/**
 * How deep profilers go: perf and eBPF 127 (kernel.perf_event_max_stack, one more with the process
 * name), DTrace's ustack(100), JFR and Go's old limit 64, Go 128, others powers of two.
 */
const knownLimits = new Set([
  32, 63, 64, 65, 99, 100, 101, 127, 128, 129, 255, 256, 512, 1024, 2048,
]);

/** At a limit stacks pile up: many are exactly as deep as the deepest, and few a little less. */
export function findTruncatedStacks(profile: Profile, tree: CallTree): ShapeFinding[] {
  const { maxDepth } = tree;
  const weights = weightByDepth(tree);
  const atLimit = weights[maxDepth] ?? 0;
  const justBelow = Math.max(weights[maxDepth - 1] ?? 0, weights[maxDepth - 2] ?? 0);
  const isKnown = knownLimits.has(maxDepth);
  const smallest = (isKnown ? 0.01 : 0.1) * tree.totalWeight;
  if (maxDepth < 30 || atLimit < smallest || atLimit < (isKnown ? 2 : 4) * justBelow) return [];
  const rows: number[] = [];
  for (let row = 0; row < tree.size; row++) if (tree.depth[row] === maxDepth - 1) rows.push(row);
  const frames = [...new Set(rows.map((row) => tree.nameOf(rootOf(tree, row))))];
  if (!isKnown && frames.length < 3) return []; // one deep path is deep by itself
  const values = { depth: maxDepth };
  return [{ code: 'truncated-stacks', ...measureOf(profile)(atLimit), frames, rows, values }];
}

/** Weight of the samples by the number of their frames. */
function weightByDepth(tree: CallTree): Float64Array {
  const weights = new Float64Array(tree.maxDepth + 1);
  for (let row = 0; row < tree.size; row++) {
    const frames = (tree.depth[row] ?? 0) + 1;
    weights[frames] = (weights[frames] ?? 0) + (tree.self[row] ?? 0);
  }
  return weights;
}

/** A cut stack begins with whatever was at the limit: not with the program's start. */
function rootOf(tree: CallTree, row: number): number {
  let root = row;
  for (let at = row; at >= 0; at = tree.parent[at] ?? -1) root = at;
  return root;
}
