import type { CallNodes } from './call-nodes.ts';
import type { SiblingOrder } from './call-tree.ts';
import { narrowDepths, narrowWeights, weightsLike } from './columns.ts';
import type { FrameKeys } from '../model/frame-keys.ts';
import type { LaidOutNodes } from './laid-out-nodes.ts';
import { orderSiblings } from './order-siblings.ts';
import { rowsAsGiven } from './rows-as-given.ts';

/** The rows of the tree, or `undefined` when two siblings are one node that was not merged. */
export function layOutNodes(
  nodes: CallNodes,
  keys: FrameKeys,
  order: SiblingOrder,
): LaidOutNodes | undefined {
  const given = order === 'name' ? rowsAsGiven(nodes, keys.rank) : undefined;
  if (given !== undefined) return given;
  const span = new Int32Array(nodes.size).fill(1);
  const total = nodes.self.slice();
  addUpward(nodes, span, total);
  const siblings = orderSiblings(nodes, keys.rank, order, total);
  if (siblings === undefined) return undefined;
  const { row, start } = placeNodes(nodes, siblings, span, total);
  return toRows(nodes, { row, start, span, total });
}

/** Adds each node's subtree size and weight to its parent: children have larger indices. */
function addUpward(nodes: CallNodes, span: Int32Array, total: Float64Array): void {
  for (let i = nodes.size - 1; i >= 0; i--) {
    const parent = nodes.parent[i]!; // i < size, here and below: a kernel over typed arrays
    if (parent < 0) continue;
    span[parent]! += span[i]!;
    total[parent]! += total[i]!;
  }
}

/** Row and left edge of each node, from what stands before it among its siblings. */
function placeNodes(
  nodes: CallNodes,
  siblings: Int32Array,
  span: Int32Array,
  total: Float64Array,
): { row: Int32Array; start: Float64Array } {
  const row = new Int32Array(nodes.size); // offset among the siblings first, then the row itself
  const start = new Float64Array(nodes.size);
  const rowsBefore = new Int32Array(nodes.size + 1); // by parent + 1
  const weightBefore = new Float64Array(nodes.size + 1);
  for (let i = 0; i < siblings.length; i++) {
    const node = siblings[i]!; // all indices are in range by construction: a kernel
    const parent = nodes.parent[node]! + 1;
    row[node] = rowsBefore[parent]!;
    start[node] = weightBefore[parent]!;
    rowsBefore[parent]! += span[node]!;
    weightBefore[parent]! += total[node]!;
  }
  for (let node = 0; node < nodes.size; node++) {
    const parent = nodes.parent[node]!;
    if (parent < 0) continue;
    row[node]! += row[parent]! + 1;
    start[node]! += start[parent]! + nodes.self[parent]!;
  }
  return { row, start };
}

function toRows(
  nodes: CallNodes,
  placed: { row: Int32Array; start: Float64Array; span: Int32Array; total: Float64Array },
): LaidOutNodes {
  const { size } = nodes;
  const self = narrowWeights(nodes.self);
  const columns = {
    frame: new Int32Array(size),
    parent: new Int32Array(size),
    end: new Int32Array(size),
    self: weightsLike(self, size),
    total: weightsLike(self, size),
    start: weightsLike(self, size),
  };
  const depths = new Int32Array(size);
  let maxDepth = 0;
  for (let node = 0; node < size; node++) {
    const row = placed.row[node]!; // node < size: a kernel over typed arrays
    const parent = nodes.parent[node]!;
    const parentRow = parent < 0 ? -1 : placed.row[parent]!;
    const depth = parentRow < 0 ? 0 : depths[parentRow]! + 1;
    if (depth >= maxDepth) maxDepth = depth + 1;
    columns.frame[row] = nodes.frame[node]!;
    columns.parent[row] = parentRow;
    columns.end[row] = row + placed.span[node]!;
    depths[row] = depth;
    columns.self[row] = self[node]!;
    columns.total[row] = placed.total[node]!;
    columns.start[row] = placed.start[node]!;
  }
  const depth = narrowDepths(depths, maxDepth);
  return { size, maxDepth, columns: { ...columns, depth }, row: placed.row };
}
