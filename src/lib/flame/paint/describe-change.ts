import type { DiffSide, DiffTree } from '../analysis/diff-profiles.ts';
import type { ShareComparison } from '../analysis/intervals.ts';
import { formatPoints } from '../text/format-points.ts';
import { formatShare } from '../text/format-share.ts';
import { nameOfAll } from './describe.ts';
import { wordsOfChange } from './words-of-change.ts';

/** What became of one frame between two profiles, in shares of each profile's whole. */
export interface FrameChange {
  readonly name: string;
  readonly status: 'appeared' | 'vanished' | 'common';
  /** Weights; `before` scaled where that was asked for. */
  readonly beforeTotal: number;
  readonly afterTotal: number;
  readonly beforeSelf: number;
  readonly afterSelf: number;
  readonly beforeShare: number;
  readonly afterShare: number;
  /** After minus before, of the measure that is shown: total or self. */
  readonly change: number;
  /** See `drawnChange`. */
  readonly drawn: number;
  /** Only where both profiles count samples. */
  readonly comparison?: ShareComparison;
  /** The change may be chance: 0 is in the interval of the difference. */
  readonly mayBeChance: boolean;
}

/** 1.96², the 5% point of a chi-squared distribution with one degree of freedom. */
const usualChi = 3.84;

/**
 * What colour and sign tell of a row's change: by weights where they were compared as recorded, as part of the larger
 * whole. Whether it may be chance is dear to find out (`changeOf`), and of most frames of a large graph nothing is drawn anyway.
 */
export function drawnChange(tree: DiffTree, row: number, measure: 'total' | 'self'): number {
  const { before, after } = tree;
  const change = weightIn(after, row, measure) - weightIn(before, row, measure);
  return shareOf(change, Math.max(before.weight, after.weight));
}

/** @param row -1 is everything, of which nothing is self */
function weightIn(side: DiffSide, row: number, measure: 'total' | 'self'): number {
  if (row < 0) return measure === 'self' ? 0 : side.weight;
  return side[measure](row);
}

function shareOf(weight: number, whole: number): number {
  return whole === 0 ? 0 : weight / whole;
}

/** The facts of a row of a comparison; -1 is everything. */
export function changeOf(tree: DiffTree, row: number, measure: 'total' | 'self'): FrameChange {
  const { before, after } = tree;
  const [beforeWeight, afterWeight] = [before.weight, after.weight];
  const isAll = row < 0;
  const beforeTotal = weightIn(before, row, 'total');
  const afterTotal = weightIn(after, row, 'total');
  const beforeSelf = weightIn(before, row, 'self');
  const afterSelf = weightIn(after, row, 'self');
  const [was, is] = measure === 'self' ? [beforeSelf, afterSelf] : [beforeTotal, afterTotal];
  const comparison = isAll ? undefined : tree.significanceOf(row, measure);
  const interval = comparison?.interval;
  // As recorded, two counts are compared: their difference varies as their sum does (Poisson).
  const larger = Math.max(beforeWeight, afterWeight);
  const isOfWeights = Math.abs(beforeWeight - afterWeight) > 1e-9 * larger; // scaled up to rounding
  const mayBeChance = isOfWeights
    ? (is - was) ** 2 <= usualChi * (is + was)
    : interval !== undefined && interval[0] <= 0 && interval[1] >= 0;
  return {
    name: isAll ? '' : tree.nameOf(row),
    status: isAll ? 'common' : tree.statusOf(row),
    beforeTotal,
    afterTotal,
    beforeSelf,
    afterSelf,
    beforeShare: shareOf(was, beforeWeight),
    afterShare: shareOf(is, afterWeight),
    change: shareOf(is, afterWeight) - shareOf(was, beforeWeight),
    drawn: drawnChange(tree, row, measure),
    ...(comparison === undefined ? {} : { comparison }),
    mayBeChance: comparison !== undefined && mayBeChance,
  };
}

/** What is said of a frame of a comparison: name, both shares, change with its sign, doubt. */
export function describeChange(change: FrameChange, locale: string): string {
  const words = wordsOfChange(locale);
  const shares = [change.beforeShare, change.afterShare].map((share) => formatShare(share, locale));
  const parts = [
    change.name === '' ? nameOfAll(locale) : change.name,
    shares.join(' → '),
    words.points(formatPoints(change.change, locale)),
    ...(change.status === 'common' ? [] : [words[change.status]]),
    ...(change.mayBeChance ? [words.chance] : []),
  ];
  return parts.join(words.joint);
}

/** A change that is drawn smaller has no sign. */
export const leastSigned = 0.0005;

/** The sign that stands before a changed frame's name, so that colour is not alone. */
export function signOfChange({ drawn, mayBeChance }: FrameChange): '' | '+' | '−' {
  if (mayBeChance || Math.abs(drawn) < leastSigned) return '';
  return drawn > 0 ? '+' : '−';
}
