import type { Box } from './read-boxes.ts';

/**
 * Parents from the order in which inferno writes frames, for old files whose edges are rounded to
 * whole pixels: where the stack changes it closes frames from the lowest to the highest. So a frame
 * stands either on the one written just before it, closed at the same moment, or on the next one
 * of the lower level, still open then. The places decide between those two.
 * (`flow` in src/flamegraph/merge.rs of inferno.) Undefined where the file is in another order.
 */
export function findFlowParents(boxes: readonly Box[], depth: Int32Array): Int32Array | undefined {
  if (!isFlow(depth)) return undefined;
  const open = nextBelow(depth);
  const left = Float64Array.from(boxes, ({ weight }) => weight);
  const parent = new Int32Array(boxes.length).fill(-1);
  const widestFirst = boxes.map((_, index) => index);
  // `!` from here on: all indexes come from these columns.
  widestFirst.sort((a, b) => boxes[b]!.width - boxes[a]!.width || a - b);
  for (const index of widestFirst) {
    const box = boxes[index]!;
    const closed = depth[index - 1] === depth[index]! - 1 ? index - 1 : -1;
    const cost = (below: number, ends: number): number => {
      if (below < 0) return Infinity;
      const { x } = boxes[below]!;
      return Math.max(0, x - box.x) + ends + (left[below]! < box.weight ? box.width + 1 : 0);
    };
    const endsApart = (below: number): number =>
      below < 0 ? 0 : box.x + box.width - boxes[below]!.x - boxes[below]!.width;
    const later = open[index]!;
    const costs = [
      cost(closed, Math.abs(endsApart(closed))),
      cost(later, Math.max(0, endsApart(later))),
    ];
    const below = costs[0]! <= costs[1]! ? closed : later;
    parent[index] = below;
    if (below >= 0) left[below]! -= box.weight;
  }
  return parent;
}

/** The root is closed last, with the stack that was open then. */
function isFlow(depth: Int32Array): boolean {
  const root = depth.lastIndexOf(0);
  return root >= 0 && depth.subarray(root).every((level, index) => level === index);
}

/** By box: the next one in the file that is one level lower, or -1. */
function nextBelow(depth: Int32Array): Int32Array {
  const next = new Int32Array(depth.length).fill(-1);
  const seen = new Map<number, number>();
  for (let index = depth.length - 1; index >= 0; index--) {
    const level = depth[index]!;
    next[index] = seen.get(level - 1) ?? -1;
    seen.set(level, index);
  }
  return next;
}
