import { compareShares, independentSamples, measureOf } from '../../flame/index.ts';
import type { FunctionChange, Measured, Profile } from '../../flame/index.ts';
import type { Change, Judgement } from '../said.ts';
import { fisherExact } from './fisher-exact.ts';

/** A function's change, and what can be said of it. */
export interface JudgedChange extends Change {
  readonly name: string;
  readonly status: FunctionChange['status'];
  readonly judgement: Judgement;
}

/** Chance that any change of all that were looked at is called clear though nothing changed. */
const familyError = 0.05;

/** Under so many expected samples on a side the normal test is not to be trusted (W. G. Cochran, 1954). */
const fewestExpected = 5;

/**
 * Judges the changes of one measure. With hundreds of functions a few differ at 5% by chance alone,
 * so a change is clear only where it stands out from all of them: S. Holm's correction (Scandinavian
 * Journal of Statistics 6, 1979). Given in the order of the size of their change, the largest first.
 */
export function judgeChanges(
  before: Profile,
  after: Profile,
  changes: readonly FunctionChange[],
  by: 'self' | 'total',
): JudgedChange[] {
  const sides = { before: sideOf(before), after: sideOf(after) };
  const tested = changes
    .filter((change) => change.before[by] !== 0 || change.after[by] !== 0)
    .map((change) => testedChange(sides, change, by));
  const isClear = clearByHolm(tested.map(({ p }) => p));
  return tested
    .map(({ p, ...change }, i): JudgedChange => {
      const judgement = isClear[i] === true ? 'clear' : 'could-be-noise';
      return { ...change, judgement: p === undefined ? 'not-tested' : judgement };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** What a profile's weights are measured by: found out once, since it looks at every sample. */
interface Side {
  readonly measure: (weight: number) => Measured;
  readonly samples: number | undefined;
}

function sideOf(profile: Profile): Side {
  return { measure: measureOf(profile), samples: independentSamples(profile) };
}

function testedChange(
  { before, after }: { readonly before: Side; readonly after: Side },
  { name, status, ...weights }: FunctionChange,
  by: 'self' | 'total',
) {
  const was = before.measure(weights.before[by]);
  const is = after.measure(weights.after[by]);
  const change = { name, status, before: was, after: is, difference: is.share - was.share };
  const n1 = before.samples;
  const n2 = after.samples;
  const areCounts = was.interval !== undefined && is.interval !== undefined;
  if (n1 === undefined || n2 === undefined || !areCounts) return { ...change, p: undefined };
  const { interval, p } = compareShares(is.weight, n2, was.weight, n1);
  const pooled = (is.weight + was.weight) / (n1 + n2);
  const isEnough = Math.min(n1, n2) * Math.min(pooled, 1 - pooled) >= fewestExpected;
  if (isEnough) return { ...change, interval, p };
  const areWhole = [is.weight, was.weight, n1, n2].every(Number.isInteger);
  return { ...change, interval, p: areWhole ? fisherExact(is.weight, n2, was.weight, n1) : 1 };
}

/** For each p, whether it is below its threshold and so are all smaller ones. */
function clearByHolm(ps: readonly (number | undefined)[]): boolean[] {
  const known = ps.flatMap((p, i) => (p === undefined ? [] : [{ p, i }]));
  known.sort((a, b) => a.p - b.p);
  const clear = ps.map(() => false);
  for (const [rank, { p, i }] of known.entries()) {
    if (p > familyError / (known.length - rank)) break;
    clear[i] = true;
  }
  return clear;
}
