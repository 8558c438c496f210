import type { Profile } from '../model/profile.ts';
import { isKnownSorted } from '../model/sorted-profile.ts';
import { buildCallTree } from './build-call-tree.ts';
import type { CallTree } from './call-tree.ts';
import { narrowWeights } from './columns.ts';
import { selfWeights } from './self-weights.ts';

/** What a comparison needs of the call tree of one side. */
export type SideRows = Pick<CallTree, 'size' | 'end' | 'frame' | 'self'>;

/**
 * The call tree of one side of a comparison, siblings by name or by time. Of a profile that is in the order of names already
 * totals, levels and edges are left out: those that are drawn are of both sides, and these three columns of a million
 * rows would be built to be thrown away.
 */
export function rowsOfSide(profile: Profile, order: 'name' | 'time'): SideRows {
  if (order === 'time' || !isKnownSorted(profile)) return buildCallTree(profile, { order });
  const { length: size, prefix, frame } = profile.stacks;
  const self = narrowWeights(selfWeights(profile, profile.samples.stack, size));
  return { size, end: endsOf(prefix), frame, self };
}

/** First rows after the subtrees of rows in pre-order. */
function endsOf(parent: Int32Array): Int32Array {
  const end = new Int32Array(parent.length);
  for (let row = parent.length - 1; row >= 0; row--) {
    if (end[row] === 0) end[row] = row + 1;
    const above = parent[row]!; // row < length, and so is its parent
    if (above >= 0 && end[above] === 0) end[above] = end[row]!; // the last child is met first
  }
  return end;
}
