/** Repeated runs of one version. */
export interface RunSummary {
  readonly count: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** Two versions compared by what their runs used for the same work; the run is the unit. */
export interface RunComparison {
  readonly before: RunSummary;
  readonly after: RunSummary;
  /** How many times less: mean before over mean after. */
  readonly factor: number;
  /** How often a random split of these runs lies at least as far apart, on either side. */
  readonly p: number;
  /** The least `p` that so few runs can give, however far apart they lie. */
  readonly leastP: number;
  /** After minus before, with at least 95% confidence; `undefined` where so few runs cannot say. */
  readonly interval: readonly [low: number, high: number] | undefined;
}

// All ways to split are tried: 2^16 are done at once, and no one repeats a recording more often.
const mostRuns = 16;

/**
 * Compares two groups of runs by the exact rank-sum test (H. B. Mann, D. R. Whitney, Annals of
 * Mathematical Statistics 18, 1947), and for the shift between them by the interval that belongs to it
 * (J. L. Hodges, E. L. Lehmann, the same 34, 1963). Neither assumes a normal distribution, which five
 * runs could not show. Throws a RangeError for an empty group, or for more than 16 runs.
 */
export function compareRuns(before: readonly number[], after: readonly number[]): RunComparison {
  const runs = before.length + after.length;
  if (before.length === 0 || after.length === 0) throw new RangeError('a group has no runs');
  if (runs > mostRuns) throw new RangeError(`${runs} runs are more than ${mostRuns}`);
  const was = summaryOf(before);
  const is = summaryOf(after);
  const ranked = Array.from({ length: runs }, (_, rank) => rank);
  const untied = spreadOfSplits(ranked, before.length);
  return {
    before: was,
    after: is,
    factor: was.mean / is.mean,
    p: chanceOf(spreadOfSplits([...before, ...after], before.length), lead(before, after)),
    leastP: chanceOf(untied, before.length * after.length),
    interval: intervalOfShift(before, after, untied),
  };
}

function summaryOf(values: readonly number[]): RunSummary {
  const sum = values.reduce((all, value) => all + value, 0);
  return {
    count: values.length,
    mean: sum / values.length,
    least: Math.min(...values),
    most: Math.max(...values),
  };
}

/** In how many pairs the first is larger, less those in which it is smaller: U, centred on 0. */
function lead(first: readonly number[], second: readonly number[]): number {
  let sum = 0;
  for (const one of first) for (const other of second) sum += Math.sign(one - other);
  return sum;
}

/** The lead of every way to put `size` of the values into the first group. */
function spreadOfSplits(values: readonly number[], size: number): number[] {
  const leads: number[] = [];
  for (let chosen = 0; chosen < 2 ** values.length; chosen++) {
    const isFirst = (_: number, i: number): boolean => ((chosen >> i) & 1) === 1;
    const first = values.filter(isFirst);
    if (first.length !== size) continue;
    const second = values.filter((value, i) => !isFirst(value, i));
    leads.push(lead(first, second));
  }
  return leads;
}

function chanceOf(leads: readonly number[], seen: number): number {
  return leads.filter((one) => Math.abs(one) >= Math.abs(seen)).length / leads.length;
}

/** Leaves out as many of the pairwise differences at each end as chance gives in one case of 40. */
function intervalOfShift(
  before: readonly number[],
  after: readonly number[],
  untied: readonly number[],
): readonly [number, number] | undefined {
  const pairs = before.length * after.length;
  const differences = after
    .flatMap((one) => before.map((other) => one - other))
    .sort((a, b) => a - b);
  let left = -1;
  // A lead of `pairs − 2u` is U = u; each step leaves one more difference out.
  while (chanceOf(untied, pairs - 2 * (left + 1)) <= 0.05) left++;
  if (left < 0) return undefined;
  const [low, high] = [differences[left], differences[pairs - 1 - left]];
  return low === undefined || high === undefined ? undefined : [low, high];
}
