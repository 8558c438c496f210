import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareShares,
  samplesNeeded,
  samplesToDetect,
  wilsonInterval,
} from '../../../../../src/lib/flame/index.ts';

const percents = ([low, high]: readonly [number, number]) => [
  Number((low * 100).toFixed(1)),
  Number((high * 100).toFixed(1)),
];

describe('Wilson’s interval', () => {
  // The numbers of the dossier, 0.3.
  test.each([
    [22, 31.2, 57.7],
    [0, 0, 7.1],
    [2, 1.1, 13.5],
    [39, 64.8, 87.2],
    [26, 38.5, 65.2],
    [33, 52.2, 77.6],
    [8, 8.3, 28.5],
    [7, 7.0, 26.2],
    [6, 5.6, 23.8],
    [3, 2.1, 16.2],
    [1, 0.4, 10.5],
  ])('%i of 50 samples is %f–%f%%', (k, low, high) => {
    expect(percents(wilsonInterval(k, 50))).toEqual([low, high]);
  });

  test('more confidence is a wider interval', () => {
    expect(percents(wilsonInterval(22, 50, 0.99))).toEqual([27.7, 61.7]);
  });

  test('no samples say nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  test.each([
    [-1, 5],
    [6, 5],
    [NaN, 5],
    [1, NaN],
    [1, Infinity],
  ])('%f of %f is no count', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });

  test('a confidence of 1 is refused', () => {
    expect(() => wilsonInterval(1, 2, 1)).toThrow('confidence 1 is not between 0 and 1');
  });

  test('holds the share, inside 0 to 1, and shrinks with n', () => {
    const counts = fc
      .integer({ min: 1, max: 1e6 })
      .chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const [low, high] = wilsonInterval(k, n);
        const [low4, high4] = wilsonInterval(4 * k, 4 * n);
        expect(0 <= low && low <= k / n && k / n <= high && high <= 1).toBe(true);
        expect(high4 - low4).toBeLessThan(high - low);
      }),
      { seed: 7 },
    );
  });
});

describe('two shares compared', () => {
  test('22 of 50 against 15 of 50 is no evidence: p 0.15, −5 to +32 points', () => {
    const { difference, interval, z, p } = compareShares(22, 50, 15, 50);
    expect(difference).toBeCloseTo(0.14, 10);
    expect(interval.map((edge) => Math.round(edge * 100))).toEqual([-5, 32]);
    expect(z).toBeCloseTo(1.45, 2);
    expect(p).toBeCloseTo(0.147, 3);
  });

  test('the same share on both sides differs by nothing', () => {
    expect(compareShares(5, 50, 10, 100)).toMatchObject({ difference: 0, z: 0, p: 1 });
  });

  test('a large difference has a p that is small, and not zero', () => {
    const { p } = compareShares(500, 1000, 100, 1000);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-80);
  });

  test('known values of the normal distribution: z 1.96 is p 0.05, z 3.29 is p 0.001', () => {
    // Ratio chosen so that the pooled z is exact: 50 + d against 50 − d of 100 is z = d√2/5.
    expect(compareShares(56.929, 100, 43.071, 100).p).toBeCloseTo(0.05, 4);
    expect(compareShares(61.634, 100, 38.366, 100).p).toBeCloseTo(0.001, 5);
  });

  test('an empty side says nothing', () => {
    expect(compareShares(0, 0, 5, 10)).toEqual({ difference: 0, interval: [-1, 1], z: 0, p: 1 });
  });

  test('turned around, it is the same with the other sign', () => {
    const one = compareShares(22, 50, 15, 40);
    const two = compareShares(15, 40, 22, 50);
    expect(one.difference).toBeCloseTo(-two.difference, 12);
    expect(one.p).toBeCloseTo(two.p, 12);
    expect(one.interval[0]).toBeCloseTo(-two.interval[1], 12);
  });
});

describe('samples needed', () => {
  test.each([
    [0.01, 0.44, 9466],
    [0.01, 0.5, 9604],
    [0.03, 0.5, 1068],
    [0.05, 0.5, 385],
  ])('± %f at a share of %f takes %i samples', (halfWidth, share, samples) => {
    expect(samplesNeeded(halfWidth, share)).toBe(samples);
  });

  test('without a share the worst case counts', () => {
    expect(samplesNeeded(0.05)).toBe(385);
  });

  test('44% to 34% with 80% power takes about 370 on each side', () => {
    expect(samplesToDetect(0.44, 0.34)).toBe(373);
    expect(samplesToDetect(0.44, 0.34, 0.9)).toBeGreaterThan(373);
    expect(samplesToDetect(0.4, 0.4)).toBe(Infinity);
  });
});
