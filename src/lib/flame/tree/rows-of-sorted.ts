import type { CallNodes } from './call-nodes.ts';
import { narrowDepths, narrowWeights, weightsLike } from './columns.ts';
import type { LaidOutNodes } from './laid-out-nodes.ts';

/**
 * The rows of nodes that stand in pre-order, siblings by name, with whole weights: they are the
 * rows. A node's self weight lies left of its children, so its left edge is what all rows before it
 * have of their own; the sums are exact in any order. `frame` and `parent` are the nodes'
 * own columns (weights narrowed), and the whole costs two passes.
 */
export function rowsOfSorted(
  nodes: Pick<CallNodes, 'size' | 'parent' | 'frame' | 'self'>,
): Omit<LaidOutNodes, 'row'> {
  const { size, parent, frame } = nodes;
  const self = narrowWeights(nodes.self);
  const depths = new Int32Array(size);
  const start = weightsLike(self, size);
  let before = 0;
  let maxDepth = 0;
  for (let i = 0; i < size; i++) {
    const above = parent[i]!; // i < size, here and below: a kernel over typed arrays
    const here = above < 0 ? 0 : depths[above]! + 1;
    depths[i] = here;
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
  const depth = narrowDepths(depths, maxDepth);
  return { size, maxDepth, columns: { frame, parent, end, depth, self, total, start } };
}
