import { compareInLine } from '../model/compare-names.ts';
import { rankFrames } from '../model/frame-keys.ts';
import type { FrameTable, Profile } from '../model/profile.ts';
import { buildCallTree } from '../tree/build-call-tree.ts';
import type { CallNodes } from '../tree/call-nodes.ts';
import type { CallTree, SiblingOrder } from '../tree/call-tree.ts';
import { narrowWeights, weightsLike } from '../tree/columns.ts';
import type { WeightColumn } from '../tree/columns.ts';
import { joinFrames } from '../tree/join-frames.ts';
import { layOutNodes } from '../tree/lay-out-nodes.ts';
import type { LaidOutNodes } from '../tree/laid-out-nodes.ts';
import { rowsOfSorted } from '../tree/rows-of-sorted.ts';
import { namer } from '../tree/sorted-call-tree.ts';
import { uniteTrees } from '../tree/unite-trees.ts';
import type { CompareNodes, KeyedTree, UnitedTrees } from '../tree/unite-trees.ts';
import { compareShares } from './intervals.ts';
import type { ShareComparison } from './intervals.ts';

/** How two profiles are made comparable, and what gives the union its widths. */
export interface DiffSettings {
  /**
   * `none` compares weights as they were recorded. `total` scales `before` to the total of `after`
   * first, as `difffolded.pl -n` does: then shares are compared, and what kept its weight seems to
   * grow where the rest shrank.
   */
  readonly normalize: 'none' | 'total';
  /**
   * What gives a node its width. `both` (default): the larger self weight of the two, and the
   * children; so frames that appeared or vanished both have room. `before`, `after`: that profile's
   * own graph, as flamegraph.pl draws the second; the other's frames have no width.
   */
  readonly width?: 'both' | 'before' | 'after';
  readonly order?: SiblingOrder;
}

/** The weights of two profiles by row of one tree, `before` scaled when that was asked for. */
interface WeightsOfBoth {
  readonly beforeSelf: WeightColumn;
  readonly beforeTotal: WeightColumn;
  readonly afterSelf: WeightColumn;
  readonly afterTotal: WeightColumn;
  /** Total weights that shares refer to; `before` after scaling. */
  readonly beforeWeight: number;
  readonly afterWeight: number;
  /** What `before` was multiplied by. */
  readonly scale: number;
}

/**
 * The call trees of two profiles as one, merged by name. `self`, `total` and `start` are the layout
 * (see `DiffSettings.width`); the weights are in the other columns, by row.
 */
export interface DiffTree extends CallTree, WeightsOfBoth {
  /** After minus before; worked out when it is first asked for. */
  readonly selfChange: Float64Array;
  readonly totalChange: Float64Array;
  /** Whether the node is in one of the profiles only. */
  statusOf(row: number): 'appeared' | 'vanished' | 'common';
  /**
   * Whether the node's share (by default of its total) changed by more than chance explains, from the counts as recorded.
   * `undefined` unless both profiles count samples, for nothing else is a count of independent draws.
   */
  significanceOf(row: number, measure?: 'total' | 'self'): ShareComparison | undefined;
}

/** A comparison as plain data, which can be sent to another thread: `diffTreeOf` makes it whole. */
export interface DiffColumns extends Omit<CallTree, 'frames' | 'nameOf'>, WeightsOfBoth {
  /** By row: 1 where samples of `before` pass, 2 where samples of `after` do, 3 where both do. */
  readonly presence: Uint8Array;
  /** How many samples each profile has, where both count samples. */
  readonly sampled?: { readonly before: number; readonly after: number };
}

/** Builds the union of two profiles' call trees, with the weights of both and their changes. */
export function diffProfiles(before: Profile, after: Profile, settings: DiffSettings): DiffTree {
  const { columns, frames } = diffColumns(before, after, settings);
  return diffTreeOf(columns, frames);
}

/** The columns of `diffProfiles`, and the frames that they refer to. */
export function diffColumns(
  before: Profile,
  after: Profile,
  settings: DiffSettings,
): { readonly columns: DiffColumns; readonly frames: FrameTable } {
  const { width = 'both', order = 'name' } = settings;
  const { frames, frameOf } = joinFrames(before.frames, after.frames);
  const keyOf = keysByName(frames.names);
  // What is heaviest of both is not known before they are united.
  const ofSide = { order: order === 'time' ? 'time' : 'name' } as const;
  const first = { tree: buildCallTree(before, ofSide), keyOf };
  const second = {
    tree: buildCallTree(after, ofSide),
    keyOf: frameOf.map((frame) => keyOf[frame]!), // of the joined table
  };
  const compare = order === 'time' ? undefined : compareInLines(frames.names, first, second);
  const united = uniteTrees(first, second, frames.length, compare);
  const scale = scaleOf(before, after, settings.normalize);
  const beforeSelf = selfOfNodes(united.first, first.tree, scale);
  const afterSelf = selfOfNodes(united.second, second.tree, 1);
  const self = widths(beforeSelf, afterSelf, width);
  const frame = framesOfNodes(united, first, second, frameOf);
  const nodes = { ...united, frame, self };
  const { columns, maxDepth, row } =
    order === 'weight' ? heaviestFirst(nodes, frames) : rowsAsUnited(nodes);
  const areCounts = before.unit === 'samples' && after.unit === 'samples';
  return {
    frames,
    columns: {
      size: united.size,
      maxDepth,
      totalWeight: widthOfAll(columns.total, columns.parent),
      unit: after.unit,
      inverted: false,
      order,
      ...columns,
      ...withTotals('before', inRows(beforeSelf, row), columns.parent),
      ...withTotals('after', inRows(afterSelf, row), columns.parent),
      beforeWeight: before.totalWeight * scale,
      afterWeight: after.totalWeight,
      scale,
      presence: inRows(presenceOf(united), row),
      ...(areCounts ? { sampled: { before: before.totalWeight, after: after.totalWeight } } : {}),
    },
  };
}

/** The tree of a comparison from its columns. */
export function diffTreeOf(columns: DiffColumns, frames: FrameTable): DiffTree {
  const { presence, sampled: _sampled, ...rest } = columns;
  let selfChange: Float64Array | undefined;
  let totalChange: Float64Array | undefined;
  return {
    ...rest,
    frames,
    get selfChange() {
      return (selfChange ??= changes(columns.beforeSelf, columns.afterSelf));
    },
    get totalChange() {
      return (totalChange ??= changes(columns.beforeTotal, columns.afterTotal));
    },
    statusOf: (row) => {
      if (((presence[row] ?? 0) & 1) === 0) return 'appeared';
      return presence[row] === 3 ? 'common' : 'vanished';
    },
    significanceOf: significance(columns),
    nameOf: namer(frames, columns.frame),
  };
}

/** One side's call tree, its frames keyed by those of both. */
interface SideTree extends KeyedTree {
  readonly tree: CallTree;
}

type NodesOfBoth = Pick<CallNodes, 'size' | 'parent' | 'frame' | 'self'>;

function scaleOf(before: Profile, after: Profile, normalize: 'none' | 'total'): number {
  return normalize === 'none' || before.totalWeight === 0
    ? 1
    : after.totalWeight / before.totalWeight;
}

/**
 * The nodes as rows. Weights that are not whole leave rounding errors, which add up from row to row: left edges are
 * worked out from the caller's instead, so that an error is no longer than a path.
 */
function rowsAsUnited(nodes: NodesOfBoth): Omit<LaidOutNodes, 'row'> & { readonly row: undefined } {
  const rows = rowsOfSorted(nodes);
  if (!(rows.columns.self instanceof Uint32Array)) placeByCaller(rows.columns);
  return { ...rows, row: undefined };
}

function placeByCaller({ parent, self, total, start }: LaidOutNodes['columns']): void {
  const before = new Float64Array(start.length); // of the callees that were placed, by caller
  let roots = 0;
  for (let row = 0; row < start.length; row++) {
    const above = parent[row]!; // row < length, and callers stand before their callees: a kernel
    if (above < 0) {
      start[row] = roots;
      roots += total[row]!;
    } else {
      start[row] = before[above]! + (start[above]! + self[above]!);
      before[above]! += total[row]!;
    }
  }
}

/** Rows in which the heaviest sibling stands first, and the row of each node. */
function heaviestFirst(nodes: NodesOfBoth, frames: FrameTable): LaidOutNodes {
  const keys = rankFrames(frames, 'name');
  const key = nodes.frame.map((frame) => keys.keyOf[frame]!); // frames of the table
  const rows = layOutNodes({ ...nodes, key, nodeOfSample: new Int32Array(0) }, keys, 'weight');
  if (rows === undefined) throw new Error('the nodes of both trees are not united');
  return rows;
}

/** A column by node as one by row; `undefined`: the nodes are the rows. */
function inRows<Column extends Float64Array | Uint8Array>(
  column: Column,
  row: Int32Array | undefined,
): Column {
  if (row === undefined) return column;
  const byRow = column.slice() as Column;
  for (let node = 0; node < column.length; node++) byRow[row[node]!] = column[node]!; // node < length
  return byRow;
}

/** By frame: the first frame of that name. */
function keysByName(names: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(names, (name, frame) => {
    const key = first.get(name) ?? frame;
    if (key === frame) first.set(name, frame);
    return key;
  });
}

/** Orders nodes of both trees as lines of folded stacks are ordered; see `compareInLine`. */
function compareInLines(names: readonly string[], first: SideTree, second: SideTree): CompareNodes {
  const nameOf = (row: number, other: number): string =>
    names[
      row >= 0 ? first.keyOf[first.tree.frame[row]!]! : second.keyOf[second.tree.frame[other]!]!
    ]!;
  const ends = (row: number, other: number): boolean =>
    (row >= 0 && first.tree.self[row] !== 0) || (other >= 0 && second.tree.self[other] !== 0);
  return (row, other, nextRow, nextOther) =>
    compareInLine(
      nameOf(row, other),
      ends(row, other),
      nameOf(nextRow, nextOther),
      ends(nextRow, nextOther),
    );
}

/** Self weights by node, where the nodes are these rows of a tree. */
function selfOfNodes(rows: Int32Array, { self }: CallTree, scale: number): Float64Array {
  const byNode = new Float64Array(rows.length);
  for (let node = 0; node < rows.length; node++) {
    const row = rows[node]!; // node < length, and rows are the tree's: a kernel
    if (row >= 0) byNode[node] = self[row]! * scale;
  }
  return byNode;
}

function widths(before: Float64Array, after: Float64Array, width: 'both' | 'before' | 'after') {
  if (width !== 'both') return width === 'before' ? before : after;
  const both = new Float64Array(before.length);
  for (let node = 0; node < both.length; node++) both[node] = Math.max(before[node]!, after[node]!); // as above
  return both;
}

/** By node; a node of both trees has the first one's. */
function framesOfNodes(
  united: UnitedTrees,
  first: SideTree,
  second: SideTree,
  frameOf: Int32Array,
): Int32Array {
  const frame = new Int32Array(united.size);
  for (let node = 0; node < frame.length; node++) {
    const row = united.first[node]!; // node < size, and rows are the trees': a kernel
    frame[node] =
      row >= 0 ? first.tree.frame[row]! : frameOf[second.tree.frame[united.second[node]!]!]!;
  }
  return frame;
}

/** Self weights and their sums up the tree, under the names that `DiffTree` has for that side. */
function withTotals<Side extends 'before' | 'after'>(
  side: Side,
  selfOfRows: Float64Array,
  parent: Int32Array,
): Record<`${Side}Self` | `${Side}Total`, WeightColumn> {
  const self = narrowWeights(selfOfRows);
  const total = weightsLike(self, self.length);
  total.set(self);
  for (let i = total.length - 1; i >= 0; i--) {
    const above = parent[i]!; // i < length, and parents stand before their children
    if (above >= 0) total[above]! += total[i]!;
  }
  const named = { [`${side}Self`]: self, [`${side}Total`]: total };
  return named as Record<`${Side}Self` | `${Side}Total`, WeightColumn>;
}

function changes(before: WeightColumn, after: WeightColumn): Float64Array {
  return Float64Array.from(after, (weight, i) => weight - (before[i] ?? 0));
}

function widthOfAll(total: WeightColumn, parent: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < total.length; row++) if (parent[row] === -1) sum += total[row] ?? 0;
  return sum;
}

/** See `DiffColumns.presence`; samples of no weight count too. */
function presenceOf({ first, second, size }: UnitedTrees): Uint8Array {
  const presence = new Uint8Array(size);
  for (let node = 0; node < size; node++) {
    presence[node] = (first[node]! < 0 ? 0 : 1) | (second[node]! < 0 ? 0 : 2); // node < size
  }
  return presence;
}

function significance({ sampled, scale, ...columns }: DiffColumns) {
  return (row: number, measure: 'total' | 'self' = 'total'): ShareComparison | undefined => {
    if (sampled === undefined) return undefined;
    const [before, after] =
      measure === 'self'
        ? [columns.beforeSelf, columns.afterSelf]
        : [columns.beforeTotal, columns.afterTotal];
    const was = Math.min((before[row] ?? 0) / scale, sampled.before);
    const is = Math.min(after[row] ?? 0, sampled.after);
    if (!(was >= 0 && is >= 0)) return undefined; // a profile that is itself a difference
    return compareShares(is, sampled.after, was, sampled.before);
  };
}
