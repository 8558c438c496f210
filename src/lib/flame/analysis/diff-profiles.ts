import type { FrameTable, Profile } from '../model/profile.ts';
import { namer } from '../tree/sorted-call-tree.ts';
import { mergeStacks } from '../tree/call-nodes.ts';
import type { CallNodes } from '../tree/call-nodes.ts';
import type { CallTree, SiblingOrder } from '../tree/call-tree.ts';
import { narrowWeights, weightsLike } from '../tree/columns.ts';
import type { WeightColumn } from '../tree/columns.ts';
import { rankFrames } from '../model/frame-keys.ts';
import { joinProfiles } from '../tree/join-profiles.ts';
import { layOutNodes } from '../tree/lay-out-nodes.ts';
import type { ShareComparison } from './intervals.ts';
import { compareShares } from './intervals.ts';

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
  const { profile, firstSamples } = joinProfiles(before, after);
  const keys = rankFrames(profile.frames, 'name');
  const nodes = mergeStacks(profile, keys, false);
  const scale = scaleOf(before, after, settings.normalize);
  const selves = selfOfEach(profile, nodes, firstSamples, scale);
  const self = widths(selves, width);
  const rows = layOutNodes({ ...nodes, self }, keys, order);
  if (rows === undefined) throw new Error('the call nodes are not merged');
  const { columns, row, size, maxDepth } = rows;
  const areCounts = before.unit === 'samples' && after.unit === 'samples';
  return {
    frames: profile.frames,
    columns: {
      size,
      maxDepth,
      totalWeight: widthOfAll(columns.total, columns.parent),
      unit: after.unit,
      inverted: false,
      order,
      ...columns,
      ...withTotals('before', inRows(selves.before, row), columns.parent),
      ...withTotals('after', inRows(selves.after, row), columns.parent),
      beforeWeight: before.totalWeight * scale,
      afterWeight: after.totalWeight,
      scale,
      presence: presenceOfRows(profile, nodes, firstSamples, row),
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

function scaleOf(before: Profile, after: Profile, normalize: 'none' | 'total'): number {
  return normalize === 'none' || before.totalWeight === 0
    ? 1
    : after.totalWeight / before.totalWeight;
}

interface OfBoth<Column> {
  readonly before: Column;
  readonly after: Column;
}

/** Self weights by node. */
function selfOfEach(
  { samples }: Profile,
  { nodeOfSample, size }: CallNodes,
  firstSamples: number,
  scale: number,
): OfBoth<Float64Array> {
  const before = new Float64Array(size);
  const after = new Float64Array(size);
  for (let i = 0; i < samples.length; i++) {
    const node = nodeOfSample[i]!; // i < length, and nodes are in range: a kernel
    if (node < 0) continue;
    if (i < firstSamples) before[node]! += samples.weight[i]! * scale;
    else after[node]! += samples.weight[i]!;
  }
  return { before, after };
}

function widths({ before, after }: OfBoth<Float64Array>, width: 'both' | 'before' | 'after') {
  if (width !== 'both') return width === 'before' ? before : after;
  return before.map((weight, i) => Math.max(weight, after[i] ?? 0));
}

function inRows(byNode: Float64Array, row: Int32Array): Float64Array {
  const byRow = new Float64Array(byNode.length);
  for (let node = 0; node < byNode.length; node++) byRow[row[node] ?? 0] = byNode[node] ?? 0;
  return byRow;
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
function presenceOfRows(
  { samples }: Profile,
  { nodeOfSample, parent, size }: CallNodes,
  firstSamples: number,
  row: Int32Array,
): Uint8Array {
  const presence = new Uint8Array(size);
  for (let i = 0; i < samples.length; i++) {
    const side = i < firstSamples ? 1 : 2;
    for (let node = nodeOfSample[i] ?? -1; node >= 0; node = parent[node] ?? -1) {
      const at = row[node] ?? 0;
      if ((presence[at]! & side) !== 0) break; // `row` has only rows
      presence[at]! |= side;
    }
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
