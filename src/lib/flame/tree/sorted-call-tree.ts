import type { FrameTable, Profile } from '../model/profile.ts';
import { isKnownSorted } from '../model/sorted-profile.ts';
import type { CallTree } from './call-tree.ts';
import type { LaidOutNodes } from './laid-out-nodes.ts';
import { rowsOfSorted } from './rows-of-sorted.ts';
import { selfWeights } from './self-weights.ts';

/**
 * The call tree by name of a profile whose stacks are known to be in that order; `undefined` of any
 * other. Most files are of this kind, and a page that shows one needs nothing else to build trees.
 */
export function sortedCallTree(profile: Profile): CallTree | undefined {
  if (!isKnownSorted(profile)) return undefined;
  const { length: size, prefix: parent, frame } = profile.stacks;
  const self = selfWeights(profile, profile.samples.stack, size);
  const rows = rowsOfSorted({ size, parent, frame, self });
  return toTree(profile, rows, { order: 'name', inverted: false });
}

/** Rows with what a tree has of its profile. */
export function toTree(
  { frames, totalWeight, unit }: Profile,
  { columns, size, maxDepth }: Omit<LaidOutNodes, 'row'>,
  made: Pick<CallTree, 'order' | 'inverted'>,
): CallTree {
  const nameOf = namer(frames, columns.frame);
  return { size, maxDepth, totalWeight, unit, ...made, frames, ...columns, nameOf };
}

/** `CallTree.nameOf` over these columns. */
export function namer(frames: FrameTable, frame: Int32Array): (index: number) => string {
  return (index) => {
    const at = frame[index];
    if (at === undefined) throw new RangeError(`row ${index} is not in the call tree`);
    return frames.names[at] ?? '';
  };
}
