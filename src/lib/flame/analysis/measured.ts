import type { Profile } from '../model/profile.ts';
import type { ShareInterval } from './wilson-interval.ts';
import { usualInterval } from './wilson-interval.ts';

/** A weight, what share of the profile that is, and how sure the share is. */
export interface Measured {
  /** In the profile's unit. */
  readonly weight: number;
  /** Of the profile's total, in 0..1. */
  readonly share: number;
  /** 95% interval for the share; only where weights count samples. Assumes independent samples. */
  readonly interval?: ShareInterval;
}

/** How a profile's weights are measured against its total. */
export function measureOf(profile: Profile): (weight: number) => Measured {
  const { totalWeight } = profile;
  const n = independentSamples(profile);
  return (weight) => {
    const share = totalWeight === 0 ? 0 : weight / totalWeight;
    const isCount = n !== undefined && weight >= 0 && weight <= n;
    return isCount ? { weight, share, interval: usualInterval(weight, n) } : { weight, share };
  };
}

/** How many samples the statistics rest on; `undefined` where the weights are something else. */
export function independentSamples(profile: Profile): number | undefined {
  if (profile.unit !== 'samples' || looksLikePeriods(profile)) return undefined;
  return profile.totalWeight;
}

/**
 * Whether "samples" are really event periods (cycles), as stackcollapse-perf.pl sums them up: no
 * profiler sees even the rarest of its stacks ten thousand times, but a period is that long.
 */
export function looksLikePeriods({ unit, samples }: Profile): boolean {
  if (unit !== 'samples' || samples.length === 0) return false;
  let smallest = Infinity;
  for (const weight of samples.weight) if (weight > 0 && weight < smallest) smallest = weight;
  return smallest >= 10_000 && smallest < Infinity;
}
