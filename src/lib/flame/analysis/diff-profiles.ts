import type { Profile } from '../model/profile.ts';
import { namer } from '../tree/build-call-tree.ts';
import { mergeStacks } from '../tree/call-nodes.ts';
import type { CallNodes } from '../tree/call-nodes.ts';
import type { CallTree, SiblingOrder } from '../tree/call-tree.ts';
import { rankFrames } from '../model/frame-keys.ts';
import { joinProfiles } from '../tree/join-profiles.ts';
import { layOutNodes } from '../tree/lay-out-nodes.ts';
import type { ShareComparison } from './intervals.ts';
import { compareShares } from './intervals.ts';

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

/**
 * The call trees of two profiles as one, merged by name. `self`, `total` and `start` are the layout
 * (see `DiffSettings.width`); the weights are in the columns below, by row, `before` scaled when
 * that was asked for.
 */
export interface DiffTree extends CallTree {
  readonly beforeSelf: Float64Array;
  readonly beforeTotal: Float64Array;
  readonly afterSelf: Float64Array;
  readonly afterTotal: Float64Array;
  /** After minus before. */
  readonly selfChange: Float64Array;
  readonly totalChange: Float64Array;
  /** Total weights that shares refer to; `before` after scaling. */
  readonly beforeWeight: number;
  readonly afterWeight: number;
  /** What `before` was multiplied by. */
  readonly scale: number;
  /** Whether the node is in one of the profiles only. */
  statusOf(row: number): 'appeared' | 'vanished' | 'common';
  /**
   * Whether the node's share changed by more than chance explains, from the counts as recorded.
   * `undefined` unless both profiles count samples, for nothing else is a count of independent draws.
   */
  significanceOf(row: number): ShareComparison | undefined;
}

/** Builds the union of two profiles' call trees, with the weights of both and their changes. */
export function diffProfiles(before: Profile, after: Profile, settings: DiffSettings): DiffTree {
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
  const columnsOfBoth = {
    ...withTotals('before', inRows(selves.before, row), columns.parent),
    ...withTotals('after', inRows(selves.after, row), columns.parent),
  };
  return {
    size,
    maxDepth,
    totalWeight: widthOfAll(columns.total, columns.parent),
    unit: after.unit,
    inverted: false,
    order,
    frames: profile.frames,
    ...columns,
    ...columnsOfBoth,
    selfChange: changes(columnsOfBoth.beforeSelf, columnsOfBoth.afterSelf),
    totalChange: changes(columnsOfBoth.beforeTotal, columnsOfBoth.afterTotal),
    beforeWeight: before.totalWeight * scale,
    afterWeight: after.totalWeight,
    scale,
    statusOf: statusByRow(rowsOfEach(profile, nodes, firstSamples, row)),
    significanceOf: significance(before, after, columnsOfBoth, scale),
    nameOf: namer(profile.frames, columns.frame),
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
  self: Float64Array,
  parent: Int32Array,
): Record<`${Side}Self` | `${Side}Total`, Float64Array> {
  const total = self.slice();
  for (let i = total.length - 1; i >= 0; i--) {
    const above = parent[i]!; // i < length, and parents stand before their children
    if (above >= 0) total[above]! += total[i]!;
  }
  const named = { [`${side}Self`]: self, [`${side}Total`]: total };
  return named as Record<`${Side}Self` | `${Side}Total`, Float64Array>;
}

function changes(before: Float64Array, after: Float64Array): Float64Array {
  return after.map((weight, i) => weight - (before[i] ?? 0));
}

function widthOfAll(total: Float64Array, parent: Int32Array): number {
  return total.reduce((sum, weight, i) => (parent[i] === -1 ? sum + weight : sum), 0);
}

/** 1 for each row that a sample of that side passes through, even one of no weight. */
function rowsOfEach(
  { samples }: Profile,
  { nodeOfSample, parent, size }: CallNodes,
  firstSamples: number,
  row: Int32Array,
): OfBoth<Uint8Array> {
  const before = new Uint8Array(size);
  const after = new Uint8Array(size);
  for (let i = 0; i < samples.length; i++) {
    const side = i < firstSamples ? before : after;
    for (let node = nodeOfSample[i] ?? -1; node >= 0; node = parent[node] ?? -1) {
      const at = row[node] ?? 0;
      if (side[at] === 1) break;
      side[at] = 1;
    }
  }
  return { before, after };
}

function statusByRow({ before, after }: OfBoth<Uint8Array>): DiffTree['statusOf'] {
  return (row) => {
    if (before[row] !== 1) return 'appeared';
    return after[row] === 1 ? 'common' : 'vanished';
  };
}

function significance(
  before: Profile,
  after: Profile,
  columns: { beforeTotal: Float64Array; afterTotal: Float64Array },
  scale: number,
): DiffTree['significanceOf'] {
  if (before.unit !== 'samples' || after.unit !== 'samples') return () => undefined;
  return (row) => {
    const was = Math.min((columns.beforeTotal[row] ?? 0) / scale, before.totalWeight);
    const is = Math.min(columns.afterTotal[row] ?? 0, after.totalWeight);
    if (!(was >= 0 && is >= 0)) return undefined; // a profile that is itself a difference
    return compareShares(is, after.totalWeight, was, before.totalWeight);
  };
}
