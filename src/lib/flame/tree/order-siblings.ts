import type { CallNodes } from './call-nodes.ts';
import type { SiblingOrder } from './call-tree.ts';

/**
 * A permutation of the nodes in which siblings stand in the wanted order. Nodes of different
 * parents may stand anywhere: only the order among siblings means something.
 */
export function orderSiblings(
  order: SiblingOrder,
  nodes: CallNodes,
  byName: Int32Array,
  total: Float64Array,
): Int32Array {
  if (order === 'name') return byName;
  return order === 'weight' ? orderByWeight(nodes, byName, total) : orderByFirstSeen(nodes);
}

/** Counting sort by key: keys are numbered in the order of the names. Linear. */
export function orderByName(nodes: CallNodes, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (let i = 0; i < nodes.size; i++) next[(nodes.key[i] ?? 0) + 1]!++; // key < keyCount
  for (let key = 0; key < keyCount; key++) next[key + 1]! += next[key]!; // both in range
  const order = new Int32Array(nodes.size);
  for (let i = 0; i < nodes.size; i++) order[next[nodes.key[i] ?? 0]!++] = i; // key < keyCount
  return order;
}

/** Two siblings with one key are one node that was not merged. `byName` is from `orderByName`. */
export function hasUnmergedSiblings(nodes: CallNodes, byName: Int32Array): boolean {
  const lastKey = new Int32Array(nodes.size + 1).fill(-1); // by parent + 1
  for (let i = 0; i < byName.length; i++) {
    const node = byName[i] ?? 0;
    const parent = (nodes.parent[node] ?? -1) + 1;
    const key = nodes.key[node] ?? 0;
    if (lastKey[parent] === key) return true;
    lastKey[parent] = key;
  }
  return false;
}

/** Heaviest first; equal weights keep the order of the names. */
function orderByWeight(nodes: CallNodes, byName: Int32Array, total: Float64Array): Int32Array {
  const { parent, size } = nodes;
  const firstOf = new Int32Array(size + 2); // by parent + 1: where its children begin
  for (let i = 0; i < size; i++) firstOf[(parent[i] ?? -1) + 2]!++; // parent + 2 <= size + 1
  for (let i = 0; i <= size; i++) firstOf[i + 1]! += firstOf[i]!; // both in range
  const next = firstOf.slice();
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const node = byName[i] ?? 0;
    order[next[(parent[node] ?? -1) + 1]!++] = node; // parent + 1 <= size
  }
  for (let p = 0; p <= size; p++) {
    sortByWeight(order.subarray(firstOf[p], firstOf[p + 1]), total);
  }
  return order;
}

function sortByWeight(siblings: Int32Array, total: Float64Array): void {
  if (siblings.length < 2) return;
  if (siblings.length > 16) {
    siblings.sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0));
    return;
  }
  // Nearly all nodes have few children: insertion sort, stable, without a call per comparison.
  for (let i = 1; i < siblings.length; i++) {
    const node = siblings[i] ?? 0;
    const weight = total[node] ?? 0;
    let j = i - 1;
    for (; j >= 0 && (total[siblings[j] ?? 0] ?? 0) < weight; j--)
      siblings[j + 1] = siblings[j] ?? 0;
    siblings[j + 1] = node;
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
