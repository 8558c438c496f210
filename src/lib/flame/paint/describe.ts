import { usualInterval } from '../analysis/wilson-interval.ts';
import type { ShareInterval } from '../analysis/wilson-interval.ts';
import type { WeightUnit } from '../model/weight.ts';
import { formatShare } from '../text/format-share.ts';
import { formatWeight } from '../text/format-weight.ts';
import { phrasesOf } from '../text/phrases.ts';
import type { CallTree } from '../tree/call-tree.ts';

/** The facts of one frame, the same wherever it is shown: picture, panel, table, speech. */
export interface FrameFacts {
  readonly name: string;
  readonly unit: WeightUnit;
  readonly self: number;
  readonly total: number;
  /** Total as a share of everything, and of the caller's total; 0 where that is 0. */
  readonly share: number;
  readonly shareOfParent: number;
  /** 95% interval of `share`, only where the weight counts samples. */
  readonly interval?: ShareInterval;
  /** So few samples that another recording might not show the frame at all. */
  readonly isNoise: boolean;
}

/** What the box below (or above) all roots is called. */
export function nameOfAll(locale: string): string {
  return phrasesOf(locale).all;
}

/**
 * The facts of a row; -1 is everything. The interval takes the samples as independent, which
 * neighbouring samples of one burst are not: it is the least that the share can be wrong by.
 */
export function factsOf(tree: CallTree, row: number, locale: string = 'en'): FrameFacts {
  const isAll = row < 0;
  const { unit, totalWeight } = tree;
  const total = totalOf(tree, row);
  const above = totalOf(tree, tree.parent[row] ?? -1);
  const interval = isAll ? undefined : intervalOf(total, totalWeight, unit);
  return {
    name: isAll ? nameOfAll(locale) : tree.nameOf(row),
    unit,
    self: isAll ? selfOfAll(tree) : selfOf(tree, row),
    total,
    share: shareOf(total, totalWeight),
    shareOfParent: shareOf(total, above),
    ...(interval === undefined ? {} : { interval }),
    isNoise: unit === 'samples' && total < noiseBelow(tree), // everything is never below it
  };
}

function shareOf(weight: number, whole: number): number {
  return whole === 0 ? 0 : weight / whole;
}

/** The weight of a row, in the tree's unit; -1 is everything. */
function totalOf({ total, totalWeight, weightStep = 1 }: CallTree, row: number): number {
  return row < 0 ? totalWeight : (total[row] ?? 0) * weightStep;
}

/**
 * The weight of the samples in which a row's function itself ran. In a tree of stacks turned round
 * (leaf first) `self` counts where a stack ends, which is its root: there only the first row of a
 * stack ran, and the others called it.
 */
export function selfOf(tree: CallTree, row: number): number {
  if (tree.inverted) return tree.depth[row] === 0 ? totalOf(tree, row) : 0;
  return (tree.self[row] ?? 0) * (tree.weightStep ?? 1);
}

/** Samples without any frame: they are in "all" and in nothing below it. */
function selfOfAll(tree: CallTree): number {
  let inRoots = 0;
  for (let row = 0; row < tree.size; row = tree.end[row] ?? tree.size) {
    inRoots += totalOf(tree, row);
  }
  return Math.max(tree.totalWeight - inRoots, 0);
}

/** The 95% interval of `k` of `n`, where both count samples. */
export function intervalOf(k: number, n: number, unit: WeightUnit): ShareInterval | undefined {
  return unit === 'samples' && k >= 0 && k <= n && n > 0 ? usualInterval(k, n) : undefined;
}

/**
 * Fewest samples that stand out from nothing: below it the interval reaches under one sample, so
 * that another recording as long might not have caught the frame once. 0 where weights are not samples.
 */
export function noiseBelow(tree: Pick<CallTree, 'unit' | 'totalWeight'>): number {
  const { unit, totalWeight } = tree;
  if (unit !== 'samples' || !(totalWeight > 0)) return 0;
  const most = Math.min(totalWeight, 10);
  let k = 1;
  while (k < most && usualInterval(k, totalWeight)[0] * totalWeight < 1) k++;
  return k;
}

/** What is said of a frame: name, share, weight and self, in that order. */
export function describeFrame(facts: FrameFacts, locale: string): string {
  const share = formatShare(facts.share, locale);
  const total = formatWeight(facts.total, facts.unit, locale);
  const self = formatWeight(facts.self, facts.unit, locale);
  return phrasesOf(locale).frame(facts.name, share, total, self);
}

/** What is said of an aggregate of frames too thin to draw, which are together a share of everything. */
export function describeHeld(held: number, share: number, locale: string): string {
  const count = formatWeight(held, 'count', locale);
  return phrasesOf(locale).held(count, formatShare(share, locale));
}
