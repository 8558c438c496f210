import type { FrameTable, Profile } from '../model/profile.ts';
import type { CallNodes } from './call-nodes.ts';
import {
  mergeStacks,
  mergeStacksInverted,
  nodesOfStackTable,
  sampledStacks,
} from './call-nodes.ts';
import type { CallTree, SiblingOrder } from './call-tree.ts';
import type { FrameKeys, MergeBy } from './frame-keys.ts';
import { rankFrames } from './frame-keys.ts';
import { orderSiblings } from './order-siblings.ts';

export interface CallTreeOptions {
  /**
   * `name` (default): by code point, as flamegraph.pl and inferno draw (where one sibling's name
   * begins with another's, see `rankKeys`); `weight`: heaviest first, equal weights by name; `time`:
   * in the order in which the samples first show them.
   */
  readonly order?: SiblingOrder;
  /** Leaf-first: roots are the frames that were running, children their callers. */
  readonly inverted?: boolean;
  /**
   * A frame that calls itself directly is one node: `a;a;b` counts as `a;b`, as
   * stackcollapse-recursive.pl does. Recursion through others (`a;b;a`) stays as it is: taking the
   * loop out would hide a caller. (The transform `collapse-recursion` does that for one function.)
   */
  readonly mergeRecursion?: boolean;
  /** `name` (default), or `frame`: functions of one name stay apart by library, file and line. */
  readonly mergeBy?: MergeBy;
  /** Leaf-first only: frames kept of each stack, from the leaf. Deeper callers are cut off. */
  readonly maxDepth?: number;
}

/**
 * Merges a profile's stacks into a call tree, in columns, in pre-order.
 *
 * Root-first costs linear time: a counting sort by the rank of the name, then prefix sums; the
 * result is 40 bytes a node. Where the stack table has one row a node already (importers intern
 * their stacks) nothing is looked up. Leaf-first has no shared prefixes to build on: it costs
 * (distinct sampled stacks × their depth); give `maxDepth` to bound it.
 *
 * A node's own (self) weight lies left of its children, as in flamegraph.pl and inferno. Samples
 * without frames count in `totalWeight` and have no node. A stack that no sample has gives no node.
 * In a leaf-first tree a sample ends at the last caller that is kept, so `self` is there, and the
 * self weight of a function is its root's `total`.
 */
export function buildCallTree(profile: Profile, options: CallTreeOptions = {}): CallTree {
  const { order = 'name', inverted = false } = options;
  const keys = rankFrames(profile.frames, options.mergeBy ?? 'name');
  const asRecorded = nodesAsRecorded(profile, keys, options);
  const rows =
    (asRecorded && rowsOf(asRecorded, keys, order)) ??
    rowsOf(mergedNodes(profile, keys, options), keys, order);
  // Merged nodes have no two siblings of one key, which is the only reason to give nothing.
  if (rows === undefined) throw new Error('the call nodes are not merged');
  const { frames, totalWeight, unit } = profile;
  const nameOf = namer(frames, rows.frame);
  return { totalWeight, unit, inverted, order, frames, ...rows, nameOf };
}

/** The stack table, where it can be a call tree as it stands. */
function nodesAsRecorded(
  profile: Profile,
  keys: FrameKeys,
  { inverted = false, mergeRecursion = false }: CallTreeOptions,
): CallNodes | undefined {
  if (inverted || mergeRecursion || sampledStacks(profile).includes(0)) return undefined;
  return nodesOfStackTable(profile, keys);
}

function mergedNodes(profile: Profile, keys: FrameKeys, options: CallTreeOptions): CallNodes {
  const { inverted = false, mergeRecursion = false, maxDepth = Infinity } = options;
  return inverted
    ? mergeStacksInverted(profile, keys, mergeRecursion, maxDepth)
    : mergeStacks(profile, keys, mergeRecursion);
}

/** The rows of the tree, or `undefined` when two siblings are one node that was not merged. */
function rowsOf(nodes: CallNodes, keys: FrameKeys, order: SiblingOrder) {
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
) {
  const { size } = nodes;
  const columns = {
    frame: new Int32Array(size),
    parent: new Int32Array(size),
    end: new Int32Array(size),
    depth: new Int32Array(size),
    self: new Float64Array(size),
    total: new Float64Array(size),
    start: new Float64Array(size),
  };
  let maxDepth = 0;
  for (let node = 0; node < size; node++) {
    const row = placed.row[node]!; // node < size: a kernel over typed arrays
    const parent = nodes.parent[node]!;
    const parentRow = parent < 0 ? -1 : placed.row[parent]!;
    const depth = parentRow < 0 ? 0 : columns.depth[parentRow]! + 1;
    if (depth >= maxDepth) maxDepth = depth + 1;
    columns.frame[row] = nodes.frame[node]!;
    columns.parent[row] = parentRow;
    columns.end[row] = row + placed.span[node]!;
    columns.depth[row] = depth;
    columns.self[row] = nodes.self[node]!;
    columns.total[row] = placed.total[node]!;
    columns.start[row] = placed.start[node]!;
  }
  return { size, maxDepth, ...columns };
}

function namer(frames: FrameTable, frame: Int32Array): (index: number) => string {
  return (index) => {
    const at = frame[index];
    if (at === undefined) throw new RangeError(`row ${index} is not in the call tree`);
    return frames.names[at] ?? '';
  };
}
