import type { CallNodes } from './call-nodes.ts';
import type { LaidOutNodes } from './lay-out-nodes.ts';

/**
 * The rows of a tree whose nodes are in pre-order already, siblings by name: stackcollapse scripts
 * sort their stacks, so the stack table of most folded files is such a tree. Nothing is sorted or
 * moved, `frame`, `parent` and `self` are the nodes' own columns, and the whole costs three passes.
 * Undefined as soon as a node is found out of order, or two siblings that are one node.
 */
export function rowsAsGiven(nodes: CallNodes, rank: Int32Array): LaidOutNodes | undefined {
  const before = findSiblingsBefore(nodes, rank);
  if (before === undefined) return undefined;
  const { size, parent, self, frame } = nodes;
  const total = self.slice();
  const end = new Int32Array(size);
  for (let i = size - 1; i >= 0; i--) {
    if (end[i] === 0) end[i] = i + 1; // i < size, here and below: a kernel over typed arrays
    const above = parent[i]!;
    if (above < 0) continue;
    total[above]! += total[i]!;
    if (end[above]! < end[i]!) end[above] = end[i]!;
  }
  const depth = new Int32Array(size);
  const start = new Float64Array(size);
  const row = new Int32Array(size);
  let maxDepth = 0;
  for (let i = 0; i < size; i++) {
    const above = parent[i]!;
    const left = before[i]!;
    depth[i] = above < 0 ? 0 : depth[above]! + 1;
    if (depth[i]! >= maxDepth) maxDepth = depth[i]! + 1;
    if (left >= 0) start[i] = start[left]! + total[left]!;
    else if (above >= 0) start[i] = start[above]! + self[above]!;
    row[i] = i;
  }
  const columns = { frame, parent, end, depth, self, total, start };
  return { size, maxDepth, columns, row };
}

/** By node: the sibling before it, or -1; undefined where the order is another. */
function findSiblingsBefore(
  { size, parent, key, self }: CallNodes,
  rank: Int32Array,
): Int32Array | undefined {
  const before = new Int32Array(size);
  const place = (node: number): number => rank[key[node]! * 2 + (self[node] === 0 ? 0 : 1)]!;
  for (let node = 0; node < size; node++) {
    let closed = -1; // the highest node that ends here: a sibling, if the order is pre-order
    let open = node - 1;
    while (open !== parent[node]) {
      if (open < 0) return undefined; // the parent is not open any more
      closed = open;
      open = parent[open]!;
    }
    if (closed >= 0 && place(closed) >= place(node)) return undefined;
    // A name that does not rise may stand there already, before names that begin with it.
    for (let twin = closed; twin >= 0 && key[twin]! >= key[node]!; twin = before[twin]!) {
      if (key[twin] === key[node]) return undefined;
    }
    before[node] = closed;
  }
  return before;
}
