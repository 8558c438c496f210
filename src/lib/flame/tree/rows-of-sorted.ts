import type { Profile } from '../model/profile.ts';
import { selfWeights } from './call-nodes.ts';
import type { LaidOutNodes } from './lay-out-nodes.ts';

/**
 * The rows of a profile that is known to be sorted (`isKnownSorted`): its stacks are the rows. A
 * node's self weight lies left of its children, so its left edge is what all rows before it have
 * of their own; sums are exact in any order, since such weights are whole.
 */
export function rowsOfSorted(profile: Profile): Omit<LaidOutNodes, 'row'> {
  const { length: size, prefix: parent, frame } = profile.stacks;
  const self = selfWeights(profile, profile.samples.stack, size);
  const depth = new Int32Array(size);
  const start = new Float64Array(size);
  let before = 0;
  let maxDepth = 0;
  for (let i = 0; i < size; i++) {
    const above = parent[i]!; // i < size, here and below: a kernel over typed arrays
    const here = above < 0 ? 0 : depth[above]! + 1;
    depth[i] = here;
    if (here >= maxDepth) maxDepth = here + 1;
    start[i] = before;
    before += self[i]!;
  }
  const total = self.slice();
  const end = new Int32Array(size);
  for (let i = size - 1; i >= 0; i--) {
    if (end[i] === 0) end[i] = i + 1;
    const above = parent[i]!;
    if (above < 0) continue;
    total[above]! += total[i]!;
    if (end[above] === 0) end[above] = end[i]!; // the last child is met first
  }
  return { size, maxDepth, columns: { frame, parent, end, depth, self, total, start } };
}
