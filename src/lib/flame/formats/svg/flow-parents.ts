import type { Box } from './read-boxes.ts';

/** Both edges are rounded: they may be a pixel off. */
const roundedBy = 1;

/**
 * Parents from the order in which inferno writes frames, for old files whose edges are rounded to
 * whole pixels: where the stack changes it closes frames from the lowest to the highest. So a frame
 * stands either on the one written just before it, closed at the same moment, or on the next one
 * of the lower level, still open then. The places decide between those two.
 * (`flow` in src/flamegraph/merge.rs of inferno.) Undefined where the places contradict that order.
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
    if (depth[index] === 0) continue;
    const box = boxes[index]!;
    const closed = depth[index - 1] === depth[index]! - 1 ? index - 1 : -1;
    const later = open[index]!;
    const candidates = [
      { below: closed, misfit: misfitOf(box, boxes[closed], true) },
      { below: later, misfit: misfitOf(box, boxes[later], false) },
    ].filter(({ misfit }) => misfit <= roundedBy);
    const isFull = (below: number): number => Number(left[below]! < box.weight);
    candidates.sort((a, b) => isFull(a.below) - isFull(b.below) || a.misfit - b.misfit);
    const best = candidates[0];
    if (best === undefined) return undefined;
    parent[index] = best.below;
    left[best.below]! -= box.weight;
  }
  return parent;
}

/** How far a box sticks out of the one below; one that was closed with it ends where it ends. */
function misfitOf(box: Box, below: Box | undefined, isClosedTogether: boolean): number {
  if (below === undefined) return Infinity;
  const beyond = box.x + box.width - below.x - below.width;
  return Math.max(0, below.x - box.x) + (isClosedTogether ? Math.abs(beyond) : Math.max(0, beyond));
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
