import type { CallNodes } from './call-nodes.ts';
import type { SiblingOrder } from './call-tree.ts';

/** The nodes grouped by parent: the children of `p` are `order[firstOf[p + 1]]` and following. */
interface Siblings {
  readonly order: Int32Array;
  /** By parent + 1 (0 is for the roots), and one more for the end. */
  readonly firstOf: Int32Array;
}

/**
 * A permutation of the nodes in which the children of one parent stand together, in the wanted
 * order; or `undefined` when two of them have one key, so that the nodes are not merged yet.
 *
 * Grouping is a counting sort. Then most nodes have few children, which insertion sort orders while
 * they are in the cache; a wide node is sorted natively as packed numbers.
 */
export function orderSiblings(
  nodes: CallNodes,
  order: SiblingOrder,
  total: Float64Array,
): Int32Array | undefined {
  const siblings = groupByParent(nodes);
  if (!sortByKey(siblings, nodes)) return undefined;
  if (order === 'weight') sortByWeight(siblings, total);
  return order === 'time' ? orderByFirstSeen(nodes) : siblings.order;
}

function groupByParent({ parent, size }: CallNodes): Siblings {
  const firstOf = new Int32Array(size + 2);
  for (let i = 0; i < size; i++) firstOf[parent[i]! + 2]!++; // -1 <= parent < size: in range
  for (let i = 0; i <= size; i++) firstOf[i + 1]! += firstOf[i]!;
  const next = firstOf.slice();
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[next[parent[i]! + 1]!++] = i;
  return { order, firstOf };
}

const fewSiblings = 24;

/** Sorts each group by key, that is by name. False when a key stands twice in a group. */
function sortByKey({ order, firstOf }: Siblings, nodes: CallNodes): boolean {
  const { key, size } = nodes;
  for (let group = 0; group <= size; group++) {
    const first = firstOf[group]!; // group <= size, and all below in range: a kernel
    const last = firstOf[group + 1]!;
    if (last - first < 2) continue;
    if (last - first > fewSiblings) sortWideGroup(order.subarray(first, last), key);
    for (let i = first + 1; i < last; i++) {
      const node = order[i]!;
      let j = i - 1;
      for (; j >= first && key[order[j]!]! > key[node]!; j--) order[j + 1] = order[j]!;
      if (j >= first && key[order[j]!] === key[node]) return false;
      order[j + 1] = node;
    }
  }
  return true;
}

/** Key and node fit one float below 2^53 while there are fewer than 2^22 names and 2^31 nodes. */
function sortWideGroup(group: Int32Array, key: Int32Array): void {
  const packed = Float64Array.from(group, (node) => key[node]! * 0x80000000 + node); // node < size
  packed.sort();
  for (let i = 0; i < packed.length; i++) group[i] = packed[i]! % 0x80000000; // i < length
}

/** Heaviest first; equal weights keep the order of the names, as both sorts are stable. */
function sortByWeight({ order, firstOf }: Siblings, total: Float64Array): void {
  for (let group = 0; group + 1 < firstOf.length; group++) {
    const first = firstOf[group]!; // in range, here and below: a kernel
    const last = firstOf[group + 1]!;
    if (last - first > fewSiblings) {
      order.subarray(first, last).sort((a, b) => total[b]! - total[a]!);
      continue;
    }
    for (let i = first + 1; i < last; i++) {
      const node = order[i]!;
      let j = i - 1;
      for (; j >= first && total[order[j]!]! < total[node]!; j--) order[j + 1] = order[j]!;
      order[j + 1] = node;
    }
  }
}

/** The sibling that the earliest sample holds stands first. Each node is visited once. */
function orderByFirstSeen(nodes: CallNodes): Int32Array {
  const seen = new Uint8Array(nodes.size);
  const order = new Int32Array(nodes.size);
  let length = 0;
  for (const leaf of nodes.nodeOfSample) {
    for (let node = leaf; node >= 0 && seen[node] === 0; node = nodes.parent[node] ?? -1) {
      seen[node] = 1;
      order[length++] = node;
    }
  }
  return order;
}
