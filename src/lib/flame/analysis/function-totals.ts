import type { Profile } from '../model/profile.ts';
import { compareNames } from '../model/compare-names.ts';

/** What one function weighs, in the profile's unit. */
export interface FunctionTotal {
  readonly name: string;
  /** Weight of the samples in which it was running: it is their leaf. */
  readonly self: number;
  /** Weight of the samples that hold it anywhere; a sample counts once, recursion or not. */
  readonly total: number;
}

/**
 * Self and total weight of each function (frames of one name), by `self` descending, then name.
 * Samples without frames belong to no function. Costs one step for each frame of each distinct
 * stack that was sampled.
 */
export function functionTotals(profile: Profile): FunctionTotal[] {
  return totalsByGroup(profile, (frame) => profile.frames.names[frame] ?? '');
}

/**
 * The same for any grouping of frames: by library, by kind… A sample counts once for each group
 * that it holds. `groupOf` is called once a frame.
 */
export function totalsByGroup(
  profile: Profile,
  groupOf: (frame: number) => string,
): FunctionTotal[] {
  const { stacks, frames } = profile;
  const { names, groupOfFrame } = numberGroups(frames.length, groupOf);
  const self = new Float64Array(names.length);
  const total = new Float64Array(names.length);
  const held = new Uint8Array(names.length);
  // Which stack counted this group last: without it, recursion would count a sample twice.
  const countedFor = new Int32Array(names.length).fill(-1);
  const weights = weightOfStacks(profile);
  for (let stack = 0; stack < stacks.length; stack++) {
    const weight = weights[stack]!; // indices below are in range by the model: a kernel
    if (Number.isNaN(weight)) continue;
    self[groupOfFrame[stacks.frame[stack]!]!]! += weight;
    for (let at = stack; at >= 0; at = stacks.prefix[at]!) {
      const group = groupOfFrame[stacks.frame[at]!]!;
      if (countedFor[group] === stack) continue;
      countedFor[group] = stack;
      held[group] = 1;
      total[group]! += weight;
    }
  }
  return names
    .map((name, i) => ({ name, self: self[i] ?? 0, total: total[i] ?? 0 }))
    .filter((_, i) => held[i] === 1)
    .sort((a, b) => b.self - a.self || compareNames(a.name, b.name));
}

function numberGroups(frameCount: number, groupOf: (frame: number) => string) {
  const numbers = new Map<string, number>();
  const groupOfFrame = new Int32Array(frameCount);
  for (let frame = 0; frame < frameCount; frame++) {
    const name = groupOf(frame);
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    groupOfFrame[frame] = number;
  }
  return { names: [...numbers.keys()], groupOfFrame };
}

/** Weight of the samples that have exactly this stack; NaN where there is no such sample. */
function weightOfStacks(profile: Profile): Float64Array {
  const { samples, stacks } = profile;
  const weights = new Float64Array(stacks.length).fill(NaN);
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? -1;
    if (stack < 0) continue;
    const sum = weights[stack] ?? NaN;
    weights[stack] = (Number.isNaN(sum) ? 0 : sum) + (samples.weight[i] ?? 0);
  }
  return weights;
}
