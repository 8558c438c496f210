import { compareInLine } from '../model/compare-names.ts';
import { rankFrames } from '../model/frame-keys.ts';
import type { FrameTable, Profile } from '../model/profile.ts';
import type { CallNodes } from '../tree/call-nodes.ts';
import type { CallTree, SiblingOrder } from '../tree/call-tree.ts';
import { narrowWeights, weightsLike } from '../tree/columns.ts';
import type { WeightColumn } from '../tree/columns.ts';
import { joinFrames } from '../tree/join-frames.ts';
import { layOutNodes } from '../tree/lay-out-nodes.ts';
import type { LaidOutNodes } from '../tree/laid-out-nodes.ts';
import { rowsOfSide } from '../tree/rows-of-side.ts';
import type { SideRows } from '../tree/rows-of-side.ts';
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

/** One profile's weights in the tree of both; those of `before` scaled where that was asked for. */
export interface DiffSide {
  /** The profile's total weight, which shares refer to. */
  readonly weight: number;
  /** Weight of the samples that end in a row, and of those that pass through it or end there. */
  self(row: number): number;
  total(row: number): number;
}

/**
 * The call trees of two profiles as one, merged by name. `self`, `total` and `start` are the layout
 * (see `DiffSettings.width`), in steps (see `CallTree.weightStep`) where widths are not whole; what the profiles weigh say
 * the sides, exactly.
 */
export interface DiffTree extends CallTree {
  readonly before: DiffSide;
  readonly after: DiffSide;
  /** What `before` was multiplied by. */
  readonly scale: number;
  /** After minus before, by row; worked out when it is first asked for. */
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

/** One profile's weights as recorded. */
interface SideColumns {
  readonly weight: number;
  /**
   * What all rows before a row have of their own, and at the end what all have. In pre-order a row's self weight is the
   * difference to the next row's, its total the difference to that at its `end`: one column says both.
   */
  readonly before: WeightColumn;
}

/** A comparison as plain data, which can be sent to another thread: `diffTreeOf` makes it whole. */
export interface DiffColumns extends Omit<CallTree, 'frames' | 'nameOf' | 'self'> {
  readonly sides: { readonly before: SideColumns; readonly after: SideColumns };
  readonly scale: number;
  /** By row: 1 where samples of `before` pass, 2 where samples of `after` do, 3 where both do. */
  readonly presence: Uint8Array;
  /** Both profiles count samples. */
  readonly areCounts: boolean;
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
  const ofSide = order === 'time' ? 'time' : 'name';
  const first = { tree: rowsOfSide(before, ofSide), keyOf };
  const second = {
    tree: rowsOfSide(after, ofSide),
    keyOf: frameOf.map((frame) => keyOf[frame]!), // of the joined table
  };
  const compare = order === 'time' ? undefined : compareInLines(frames.names, first, second);
  const united = uniteTrees(first, second, frames.length, compare);
  const scale = scaleOf(before, after, settings.normalize);
  const frame = framesOfNodes(united, first, second, frameOf);
  const { self, weightStep } = inSteps(widths(united, first.tree, second.tree, scale, width));
  const nodes = { ...united, frame, self };
  const rows: Omit<LaidOutNodes, 'row'> & { readonly row?: Int32Array } =
    order === 'weight' ? heaviestFirst(nodes, frames) : rowsOfSorted(nodes);
  const { self: _self, ...columns } = rows.columns;
  const rowsIn = {
    first: inRows(united.first, rows.row),
    second: inRows(united.second, rows.row),
  };
  return {
    frames,
    columns: {
      size: united.size,
      maxDepth: rows.maxDepth,
      totalWeight: widthOfAll(columns) * weightStep,
      unit: after.unit,
      inverted: false,
      order,
      ...columns,
      depth: rows.maxDepth <= 0x100 ? new Uint8Array(columns.depth) : columns.depth,
      weightStep,
      sides: {
        before: { weight: before.totalWeight, before: runningSums(rowsIn.first, first.tree) },
        after: { weight: after.totalWeight, before: runningSums(rowsIn.second, second.tree) },
      },
      scale,
      presence: presenceOf(rowsIn),
      areCounts: before.unit === 'samples' && after.unit === 'samples',
    },
  };
}

/** The tree of a comparison from its columns. */
export function diffTreeOf(columns: DiffColumns, frames: FrameTable): DiffTree {
  const { presence, areCounts, sides, ...rest } = columns;
  const before = sideOf(sides.before, columns);
  const recorded = { ...columns, scale: 1 };
  const after = sideOf(sides.after, recorded);
  const counts = { before: sideOf(sides.before, recorded), after };
  let self: WeightColumn | undefined;
  let selfChange: Float64Array | undefined;
  let totalChange: Float64Array | undefined;
  return {
    ...rest,
    frames,
    before,
    after,
    get self() {
      return (self ??= selfOfLayout(columns));
    },
    get selfChange() {
      return (selfChange ??= changes(before, after, 'self', columns.size));
    },
    get totalChange() {
      return (totalChange ??= changes(before, after, 'total', columns.size));
    },
    statusOf: (row) => {
      if (((presence[row] ?? 0) & 1) === 0) return 'appeared';
      return presence[row] === 3 ? 'common' : 'vanished';
    },
    significanceOf: (row, measure = 'total') =>
      areCounts ? significance(counts, row, measure) : undefined,
    nameOf: namer(frames, columns.frame),
  };
}

/** One side's call tree, its frames keyed by those of both. */
interface SideTree extends KeyedTree {
  readonly tree: SideRows;
}

type NodesOfBoth = Pick<CallNodes, 'size' | 'parent' | 'frame' | 'self'>;

function scaleOf(before: Profile, after: Profile, normalize: 'none' | 'total'): number {
  return normalize === 'none' || before.totalWeight === 0
    ? 1
    : after.totalWeight / before.totalWeight;
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
function inRows(column: Int32Array, row: Int32Array | undefined): Int32Array {
  if (row === undefined) return column;
  const byRow = column.slice();
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

/** The width that each node has of its own; none is below zero. */
function widths(
  { first, second, size }: UnitedTrees,
  { self: before }: SideRows,
  { self: after }: SideRows,
  scale: number,
  width: 'both' | 'before' | 'after',
): Float64Array {
  const own = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const row = first[node]!; // node < size, and rows are the trees': a kernel
    const otherRow = second[node]!;
    const was = row >= 0 && width !== 'after' ? before[row]! * scale : 0;
    const is = otherRow >= 0 && width !== 'before' ? after[otherRow]! : 0;
    own[node] = Math.max(was, is, 0);
  }
  return own;
}

const heaviest32 = 0xffff_ffff;

/**
 * Widths as whole numbers whose sum 32 bits hold: as they are, or in steps of a power of two of which the whole has two to
 * four thousand millions, so that no edge is wrong by more than one of these. What has a width keeps at least one step.
 */
function inSteps(own: Float64Array): { self: Float64Array; weightStep: number } {
  if (narrowWeights(own) instanceof Uint32Array) return { self: own, weightStep: 1 };
  let sum = 0;
  for (let node = 0; node < own.length; node++) sum += own[node]!; // node < length
  const weightStep = 2 ** Math.ceil(Math.log2(sum / (heaviest32 - own.length)));
  const self = new Float64Array(own.length);
  let until = 0;
  let steps = 0;
  for (let node = 0; node < own.length; node++) {
    const width = own[node]!; // node < length
    if (width === 0) continue;
    until += width;
    self[node] = Math.max(1, Math.round(until / weightStep) - steps);
    steps += self[node]!;
  }
  return { self, weightStep };
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

/** See `SideColumns.before`, where the rows are these of a tree. */
function runningSums(rows: Int32Array, { self }: SideRows): WeightColumn {
  const before = weightsLike(self, rows.length + 1);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length, and rows are the tree's: a kernel
    if (row >= 0) sum += self[row]!;
    before[i + 1] = sum;
  }
  return before;
}

function sideOf(
  { weight, before }: SideColumns,
  { end, scale }: Pick<DiffColumns, 'end' | 'scale'>,
): DiffSide {
  const between = (from: number, to: number) => ((before[to] ?? 0) - (before[from] ?? 0)) * scale;
  return {
    weight: weight * scale,
    self: (row) => between(row, row + 1),
    total: (row) => between(row, end[row] ?? row),
  };
}

/** A row's own width lies left of its children. */
function selfOfLayout({ start, total, end, size }: DiffColumns): WeightColumn {
  const self = total.slice();
  for (let row = 0; row < size; row++) {
    if (end[row]! > row + 1) self[row] = start[row + 1]! - start[row]!; // row + 1 < size
  }
  return self;
}

function changes(
  before: DiffSide,
  after: DiffSide,
  measure: 'self' | 'total',
  size: number,
): Float64Array {
  const column = new Float64Array(size);
  for (let row = 0; row < size; row++) column[row] = after[measure](row) - before[measure](row);
  return column;
}

function widthOfAll({ total, end }: Pick<CallTree, 'total' | 'end'>): number {
  let sum = 0;
  for (let row = 0; row < total.length; row = end[row]!) sum += total[row]!; // roots: rows of the tree
  return sum;
}

/** See `DiffColumns.presence`; samples of no weight count too. */
function presenceOf({ first, second }: Pick<UnitedTrees, 'first' | 'second'>): Uint8Array {
  const presence = new Uint8Array(first.length);
  for (let node = 0; node < first.length; node++) {
    presence[node] = (first[node]! < 0 ? 0 : 1) | (second[node]! < 0 ? 0 : 2); // node < size
  }
  return presence;
}

/** @param sides as recorded */
function significance(
  { before, after }: Record<'before' | 'after', DiffSide>,
  row: number,
  measure: 'total' | 'self',
): ShareComparison | undefined {
  const was = Math.min(before[measure](row), before.weight);
  const is = Math.min(after[measure](row), after.weight);
  if (!(was >= 0 && is >= 0)) return undefined; // a profile that is itself a difference
  return compareShares(is, after.weight, was, before.weight);
}
