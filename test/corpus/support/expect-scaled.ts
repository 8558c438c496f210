import { expect } from 'vitest';
import type { Profile } from '../../../src/lib/flame/index.ts';
import { measureProfile, type MeasureOptions, type Measures } from './measure-profile.ts';

/** Reference values in the unit that the reference tool shows. */
export interface ScaledMeasures extends Measures {
  readonly name?: string;
  /** `seconds` to `nanoseconds`, `bytes`, `none`, `samples`; a profile has nanoseconds for time. */
  readonly unit?: string;
}

/** References of speedscope: one entry a profile, and the largest again as headline. */
export interface SpeedscopeReference extends ScaledMeasures {
  readonly profiles: readonly ScaledMeasures[];
}

const nanoseconds: Readonly<Record<string, number>> = {
  seconds: 1e9,
  milliseconds: 1e6,
  microseconds: 1e3,
  nanoseconds: 1,
};

/**
 * Compares a profile with values that were written with six decimals in the reference's own unit.
 * Everything is exact up to that last decimal.
 */
export function expectScaledMeasures(
  profile: Profile | undefined,
  reference: ScaledMeasures,
  options: MeasureOptions = {},
): void {
  expect(profile, 'profile').toBeDefined();
  if (profile === undefined) return;
  const scale = nanoseconds[reference.unit ?? ''];
  expect(profile.unit === 'nanoseconds', 'is time').toBe(scale !== undefined);
  const { totalWeight, distinctFrames, maxDepth, top10ByTotal, top10BySelf } = reference;
  const expected = { totalWeight, distinctFrames, maxDepth, top10ByTotal, top10BySelf };
  const measured = measureProfile(profile, options);
  expect(rounded(measured, scale ?? 1)).toEqual(rounded(expected, 1));
  expect(round(profile.totalWeight / (scale ?? 1))).toBe(round(totalWeight));
}

function rounded(measures: Measures, scale: number): Measures {
  const list = (entries: Measures['top10ByTotal']): [string, number][] =>
    entries
      .map(([name, weight]): [string, number] => [name, round(weight / scale)])
      .sort(([a, x], [b, y]) => y - x || Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return {
    ...measures,
    totalWeight: round(measures.totalWeight / scale),
    top10ByTotal: list(measures.top10ByTotal),
    top10BySelf: list(measures.top10BySelf),
  };
}

const round = (weight: number): number => Math.round(weight * 1e6) / 1e6;
