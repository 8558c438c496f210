import { expect } from 'vitest';
import type { Profile } from '../../../src/lib/flame/model/profile.ts';

/** What the corpus tells about a profile. */
export interface Measures {
  readonly totalWeight: number;
  readonly distinctFrames: number;
  /** Frames in the deepest stack. */
  readonly maxDepth: number;
  /** [frame, weight]: larger first, then by name in code point order. Recursion counts once. */
  readonly top10ByTotal: readonly (readonly [string, number])[];
  readonly top10BySelf: readonly (readonly [string, number])[];
}

export interface MeasureOptions {
  readonly skip?: number;
  readonly rename?: (name: string) => string;
}

/**
 * The same measures of an imported profile, worked out sample by sample and from the profile's
 * columns alone, so that no function of the library can hide another's mistake. `skip` leaves out
 * that many frames at the root of each stack; `rename` is what a reference tool does to names.
 */
export function measureProfile(
  profile: Profile,
  { skip = 0, rename = (name: string): string => name }: MeasureOptions = {},
): Measures {
  const total = new Map<string, number>();
  const self = new Map<string, number>();
  let maxDepth = 0;
  let totalWeight = 0;
  for (let sample = 0; sample < profile.samples.length; sample++) {
    const weight = profile.samples.weight[sample] ?? Number.NaN;
    totalWeight += weight;
    const names = namesOf(profile, profile.samples.stack[sample] ?? -1).map(rename);
    names.length = Math.max(0, names.length - skip);
    maxDepth = Math.max(maxDepth, names.length);
    for (const name of new Set(names)) total.set(name, (total.get(name) ?? 0) + weight);
    const leaf = names[0];
    if (leaf !== undefined) self.set(leaf, (self.get(leaf) ?? 0) + weight);
  }
  return {
    totalWeight,
    distinctFrames: total.size,
    maxDepth,
    top10ByTotal: topTen(total),
    top10BySelf: topTen(new Map([...self].filter(([, weight]) => weight !== 0))),
  };
}

/** Frame names of a stack, leaf first. */
function namesOf(profile: Profile, leaf: number): string[] {
  const names: string[] = [];
  for (let stack = leaf; stack !== -1; stack = profile.stacks.prefix[stack] ?? -1) {
    names.push(profile.frames.names[profile.stacks.frame[stack] ?? -1] ?? '(no such frame)');
  }
  return names;
}

function topTen(weights: ReadonlyMap<string, number>): [string, number][] {
  const byWeight = [...weights].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]));
  return byWeight.slice(0, 10);
}

/** UTF-16 order differs from code point order above U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Sums of fractions may differ in the last digit; everything else is the reference's. */
export function expectMeasures(
  profile: Profile,
  reference: Measures,
  options: MeasureOptions = {},
): void {
  const measured = measureProfile(profile, options);
  const { totalWeight, distinctFrames, maxDepth, top10ByTotal, top10BySelf } = reference;
  expect(rounded(measured)).toEqual(
    rounded({ totalWeight, distinctFrames, maxDepth, top10ByTotal, top10BySelf }),
  );
  expect(rounded({ ...measured, totalWeight: profile.totalWeight })).toEqual(rounded(measured));
}

function rounded(measures: Measures): Measures {
  const round = (weight: number): number => Number(weight.toPrecision(12));
  return {
    ...measures,
    totalWeight: round(measures.totalWeight),
    top10ByTotal: measures.top10ByTotal.map(([name, weight]) => [name, round(weight)]),
    top10BySelf: measures.top10BySelf.map(([name, weight]) => [name, round(weight)]),
  };
}
