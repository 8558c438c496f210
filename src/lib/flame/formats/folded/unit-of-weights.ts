import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import { fill, type Said } from '../say.ts';

/** 1000 samples a second for more than a day: no profile of samples is that heavy. */
const tooHeavy = 1e8;
/** perf's periods have such common divisors (250000, 10101010); counts of samples have not. */
const periodAtLeast = 10_000;
const exact = Number.MAX_SAFE_INTEGER;

/**
 * Folded stacks do not say what their weights count. They are samples, unless they cannot be:
 * fractions, or multiples of a period, or too many. An interval for a share of those would be
 * falsely narrow, so they become plain counts, and the report says why.
 */
export function unitOfWeights(columns: readonly Float64Array[], report: ImportReport): WeightUnit {
  const why = columns.map(whyNotSamples).find((reason) => reason !== undefined);
  for (const column of columns) {
    if (column.some((weight) => weight > exact)) {
      report.add({
        code: 'inexact-weight',
        message:
          'A weight is above 2^53, where numbers are rounded: sums may be off in the last digits.',
      });
    }
  }
  if (why === undefined) return 'samples';
  report.add({ code: 'assumed-unit', ...why });
  return 'count';
}

function whyNotSamples(weights: Float64Array): Said | undefined {
  let divisor = 0;
  let total = 0;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return asCounts('Some weights are fractions');
    if (divisor !== 1) divisor = commonDivisor(weight, divisor);
    total += weight;
  }
  if (total >= tooHeavy) return asCounts('The weights are too large to count samples');
  return divisor >= periodAtLeast && weights.length > 2
    ? asCounts('All weights are multiples of {0}, like periods', divisor)
    : undefined;
}

function asCounts(why: string, ...values: number[]): Said {
  return fill(`${why}: they are read as counts, not as samples.`, ...values);
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
