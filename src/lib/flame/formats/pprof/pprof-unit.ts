import type { WeightUnit } from '../../model/weight.ts';

/** A unit of ours, and how many of it one of theirs is. */
export interface KnownUnit {
  readonly unit: WeightUnit;
  readonly factor: number;
}

/** Units that pprof itself knows (internal/measurement), with binary multiples of bytes as there. */
const units: Readonly<Record<string, KnownUnit>> = {
  nanoseconds: { unit: 'nanoseconds', factor: 1 },
  microseconds: { unit: 'nanoseconds', factor: 1e3 },
  milliseconds: { unit: 'nanoseconds', factor: 1e6 },
  seconds: { unit: 'nanoseconds', factor: 1e9 },
  minutes: { unit: 'nanoseconds', factor: 60e9 },
  hours: { unit: 'nanoseconds', factor: 3600e9 },
  ns: { unit: 'nanoseconds', factor: 1 },
  us: { unit: 'nanoseconds', factor: 1e3 },
  µs: { unit: 'nanoseconds', factor: 1e3 },
  ms: { unit: 'nanoseconds', factor: 1e6 },
  s: { unit: 'nanoseconds', factor: 1e9 },
  bytes: { unit: 'bytes', factor: 1 },
  kilobytes: { unit: 'bytes', factor: 2 ** 10 },
  megabytes: { unit: 'bytes', factor: 2 ** 20 },
  gigabytes: { unit: 'bytes', factor: 2 ** 30 },
  b: { unit: 'bytes', factor: 1 },
  kb: { unit: 'bytes', factor: 2 ** 10 },
  mb: { unit: 'bytes', factor: 2 ** 20 },
  gb: { unit: 'bytes', factor: 2 ** 30 },
  samples: { unit: 'samples', factor: 1 },
  count: { unit: 'count', factor: 1 },
};

/**
 * What a sample type counts: `samples/count` are samples and not just any count. `undefined` for a
 * unit that nobody else knows.
 */
export function findPprofUnit(type: string, unit: string): KnownUnit | undefined {
  const name = unit.toLowerCase();
  const known = Object.hasOwn(units, name)
    ? units[name]
    : Object.hasOwn(units, `${name}s`)
      ? units[`${name}s`]
      : undefined;
  const isSamples = known?.unit === 'count' && (type === 'samples' || type === 'sample');
  return isSamples ? { unit: 'samples', factor: 1 } : known;
}
