import type { CallNodes } from './call-nodes.ts';
import type { LaidOutNodes } from './laid-out-nodes.ts';
import { rowsOfSorted } from './rows-of-sorted.ts';

/**
 * The rows of a tree whose nodes are in pre-order already, siblings by name: stackcollapse scripts
 * sort their stacks, so the stack table of most folded files is such a tree, and stays one when
 * frames are taken out of it. Undefined as soon as a node is found out of order, two siblings that are
 * one node, or a weight that is not whole.
 */
export function rowsAsGiven(nodes: CallNodes, rank: Int32Array): LaidOutNodes | undefined {
  if (!areInOrder(nodes, rank)) return undefined;
  const row = new Int32Array(nodes.size);
  for (let i = 0; i < row.length; i++) row[i] = i;
  return { ...rowsOfSorted(nodes), row };
}

function areInOrder({ size, parent, key, self }: CallNodes, rank: Int32Array): boolean {
  const before = new Int32Array(size); // by node: the sibling before it, or -1
  const place = (node: number): number => rank[key[node]! * 2 + (self[node] === 0 ? 0 : 1)]!;
  let sum = 0;
  for (let node = 0; node < size; node++) {
    if (!Number.isInteger(self[node])) return false;
    sum += Math.abs(self[node]!);
    let closed = -1; // the highest node that ends here: a sibling, if the order is pre-order
    let open = node - 1;
    while (open !== parent[node]) {
      if (open < 0) return false; // the parent is not open any more
      closed = open;
      open = parent[open]!;
    }
    if (closed >= 0 && place(closed) >= place(node)) return false;
    // A name that does not rise may stand there already, before names that begin with it.
    for (let twin = closed; twin >= 0 && key[twin]! >= key[node]!; twin = before[twin]!) {
      if (key[twin] === key[node]) return false;
    }
    before[node] = closed;
  }
  return Number.isSafeInteger(sum);
}
