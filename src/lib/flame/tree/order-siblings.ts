import { sortByPlace } from '../model/sort-by-place.ts';
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
 * `rank` is from `FrameKeys`. Grouping is a counting sort.
 */
export function orderSiblings(
  nodes: CallNodes,
  rank: Int32Array,
  order: SiblingOrder,
  total: Float64Array,
): Int32Array | undefined {
  const siblings = groupByParent(nodes);
  if (hasTwins(siblings, nodes, rank)) return undefined;
  if (order === 'time') return orderByFirstSeen(nodes);
  sortByName(siblings, nodes, rank);
  if (order === 'weight') sortByWeight(siblings, total);
  return siblings.order;
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

/** Whether a key stands twice among the children of one parent. */
function hasTwins({ order, firstOf }: Siblings, { key, size }: CallNodes, rank: Int32Array) {
  const lastGroup = new Int32Array(rank.length / 2).fill(-1); // by key
  for (let group = 0; group <= size; group++) {
    const last = firstOf[group + 1]!; // group <= size, and all below in range: a kernel
    for (let i = firstOf[group]!; i < last; i++) {
      const keyHere = key[order[i]!]!;
      if (lastGroup[keyHere] === group) return true;
      lastGroup[keyHere] = group;
    }
  }
  return false;
}

/** Sorts each group by rank, that is by name. */
function sortByName({ order, firstOf }: Siblings, nodes: CallNodes, rank: Int32Array): void {
  const { key, self, size } = nodes;
  const place = new Int32Array(size); // where a node wants to stand: by name, then by node
  for (let i = 0; i < size; i++) place[i] = rank[key[i]! * 2 + (self[i] === 0 ? 0 : 1)]!; // in range
  for (let group = 0; group <= size; group++) {
    const first = firstOf[group]!; // group <= size, and all below in range: a kernel
    const last = firstOf[group + 1]!;
    if (last - first > 1) sortByPlace(order, first, last, place);
  }
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
