import type { FrameDetail, Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';

/** A file of https://www.speedscope.app/file-format-schema.json, as an object to stringify. */
export interface SpeedscopeFile {
  readonly $schema: 'https://www.speedscope.app/file-format-schema.json';
  readonly exporter: string;
  readonly name: string;
  readonly activeProfileIndex: number;
  readonly shared: { readonly frames: readonly SpeedscopeFrame[] };
  readonly profiles: readonly SpeedscopeSampledProfile[];
}

export interface SpeedscopeFrame {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

export interface SpeedscopeSampledProfile {
  readonly type: 'sampled';
  readonly name: string;
  readonly unit: 'nanoseconds' | 'bytes' | 'none';
  readonly startValue: number;
  readonly endValue: number;
  /** Indices of shared frames, root first. */
  readonly samples: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

const unitWords: Readonly<Record<WeightUnit, SpeedscopeSampledProfile['unit']>> = {
  nanoseconds: 'nanoseconds',
  bytes: 'bytes',
  samples: 'none',
  count: 'none',
};

/**
 * Writes profiles as one speedscope file, as sampled profiles over shared frames. Reading it back
 * loses what the format cannot hold: libraries, addresses and marks of frames, whether a plain
 * number counts samples or something else, times of samples that are not measured in time, and
 * samples without frames, which it takes for time in which nothing ran.
 * Where samples have a time and leave a gap, an idle sample stands in the gap.
 */
export function toSpeedscope(profile: Profile, ...more: readonly Profile[]): SpeedscopeFile {
  const frames = new SharedFrames();
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: 'flamewise',
    name: profile.name,
    activeProfileIndex: 0,
    profiles: [profile, ...more].map((one) => sampledProfile(one, frames)),
    shared: { frames: frames.list },
  };
}

class SharedFrames {
  readonly list: SpeedscopeFrame[] = [];
  readonly #places = new Map<string, number>();

  placeOf(name: string, detail: FrameDetail | undefined): number {
    const frame = {
      name,
      ...(detail?.file === undefined ? {} : { file: detail.file }),
      ...(detail?.line === undefined ? {} : { line: detail.line }),
    };
    const key = JSON.stringify([name, detail?.file, detail?.line]);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push(frame) - 1;
  }
}

function sampledProfile(profile: Profile, shared: SharedFrames): SpeedscopeSampledProfile {
  const { name, unit, frames } = profile;
  const places = frames.names.map((frame, index) => shared.placeOf(frame, frames.details[index]));
  const stackAt = stacksOf(profile, places);
  const samples: (readonly number[])[] = [];
  const weights: number[] = [];
  let now = 0;
  const add = (stack: readonly number[], weight: number): void => {
    samples.push(stack);
    weights.push(weight);
    now += weight;
  };
  const times = unit === 'nanoseconds' ? profile.samples.time : undefined;
  for (let i = 0; i < profile.samples.length; i++) {
    const gap = (times?.[i] ?? 0) - now;
    if (gap >= 1) add([], gap); // less is what sums of fractions are off by
    add(stackAt(profile.samples.stack[i] ?? -1), profile.samples.weight[i] ?? 0);
  }
  return {
    type: 'sampled',
    name,
    unit: unitWords[unit],
    startValue: 0,
    endValue: now,
    samples,
    weights,
  };
}

/** Each stack as one array, however many samples have it. */
function stacksOf(
  { stacks }: Profile,
  places: readonly number[],
): (leaf: number) => readonly number[] {
  const arrays = new Map<number, readonly number[]>([[-1, []]]);
  return (leaf) => {
    const known = arrays.get(leaf);
    if (known !== undefined) return known;
    const array: number[] = [];
    for (let stack = leaf; stack >= 0; stack = stacks.prefix[stack] ?? -1) {
      array.push(places[stacks.frame[stack] ?? 0] ?? 0);
    }
    array.reverse();
    arrays.set(leaf, array);
    return array;
  };
}
