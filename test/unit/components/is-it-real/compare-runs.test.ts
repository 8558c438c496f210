import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../../src/components/widgets/is-it-real/compare-runs.ts';

describe('runs of two versions', () => {
  it('that do not overlap differ as much as five against five can', () => {
    const { p, leastP, factor } = compareRuns([58, 59, 60, 61, 62], [4, 5, 6, 7, 8]);
    expect(p).toBeCloseTo(2 / 252, 12); // of the 252 ways to split ten runs, two are this clean
    expect(leastP).toBe(p);
    expect(factor).toBe(10);
  });

  it('that lie among each other do not differ', () => {
    expect(compareRuns([1, 4, 5, 8], [2, 3, 6, 7]).p).toBe(1);
  });

  it('prove nothing one against one, however far apart', () => {
    const { p, leastP, interval } = compareRuns([1_000_000], [1]);
    expect(p).toBe(1);
    expect(leastP).toBe(1);
    expect(interval).toBeUndefined();
  });

  it('have no 95% interval three against three, and one from four against four on', () => {
    expect(compareRuns([1, 2, 3], [11, 12, 13]).interval).toBeUndefined();
    expect(compareRuns([1, 2, 3, 4], [11, 12, 13, 14]).interval).toEqual([7, 13]);
  });

  it('have the interval of the tables five against five: the third of 25 differences from each end', () => {
    const before = [10, 20, 30, 40, 50];
    const after = [101, 202, 303, 404, 505];
    const differences = after.flatMap((a) => before.map((b) => a - b)).sort((a, b) => a - b);
    expect(compareRuns(before, after).interval).toEqual([differences[2], differences[22]]);
  });

  it('are the same both ways round, ties or not', () => {
    const [one, other] = [
      [3, 3, 5],
      [3, 4, 9, 9],
    ];
    expect(compareRuns(one!, other!).p).toBe(compareRuns(other!, one!).p); // both are written above
    expect(compareRuns([7, 7], [7, 7]).p).toBe(1);
  });

  it('must be there, and not too many to try every split', () => {
    expect(() => compareRuns([], [1])).toThrow(RangeError);
    expect(() => compareRuns(Array(9).fill(1), Array(8).fill(1))).toThrow(RangeError);
  });
});
