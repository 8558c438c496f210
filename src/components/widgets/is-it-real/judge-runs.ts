import { compareShares, type ShareComparison } from '../../../lib/flame/index.ts';
import { compareRuns, type RunComparison } from './compare-runs.ts';
import type { RecordedRun } from './recorded-runs.ts';

/** What one function had in the runs of one side, added up. */
export interface SideOfFunction {
  readonly samples: number;
  readonly of: number;
  /** Samples with the function, in a run on average. */
  readonly perRun: number;
}

/** What two groups of runs say; `undefined` while a group is empty. */
export interface RunJudgement {
  readonly runs: RunComparison;
  readonly before: SideOfFunction;
  readonly after: SideOfFunction;
  /** After minus before. */
  readonly shares: ShareComparison;
}

/** Compares two groups of runs: what they used, and the share of the function at `index`. */
export function judgeRuns(
  before: readonly RecordedRun[],
  after: readonly RecordedRun[],
  index: number,
): RunJudgement | undefined {
  if (before.length === 0 || after.length === 0) return undefined;
  const was = addUp(before, index);
  const is = addUp(after, index);
  return {
    runs: compareRuns(
      before.map(({ samples }) => samples),
      after.map(({ samples }) => samples),
    ),
    before: was,
    after: is,
    shares: compareShares(is.samples, is.of, was.samples, was.of),
  };
}

function addUp(runs: readonly RecordedRun[], index: number): SideOfFunction {
  const samples = runs.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
  const of = runs.reduce((sum, run) => sum + run.samples, 0);
  return { samples, of, perRun: samples / runs.length };
}
