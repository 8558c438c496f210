import type { Profile } from '../model/profile.ts';
import { ChildTable } from '../tree/child-table.ts';
import { libraryOfFrame } from './library-totals.ts';

export type TransformKind = 'focus' | 'hide' | 'merge' | 'drop' | 'collapse-recursion';

/**
 * One step that changes which stacks are shown, as plain data: steps stack in a list, and taking the
 * last away undoes it.
 *
 * - `focus`: stacks begin at the outermost frame of this name; samples without it are left out. With
 *   `path` (the names of its callers, root first) only at that one place.
 * - `hide`: frames of this name are taken out; their weight goes to their callers.
 * - `merge`: here `frame` is a library, as `libraryOfFrame` gives it: frames of it that follow one
 *   another become one frame, `[library]`.
 * - `drop`: samples that hold a frame of this name are left out.
 * - `collapse-recursion`: a function inside itself counts as its outermost call, with what stands
 *   between taken out (`f;g;f;h` is `f;h`). With an empty name: every function that calls itself
 *   directly (`f;f;h` is `f;h`), and no other.
 */
export interface Transform {
  readonly kind: TransformKind;
  readonly frame: string;
  /** Only with `focus`: the callers of the frame, root first. */
  readonly path?: readonly string[];
}

/**
 * The profile after these steps, in their order; the one given stays as it was. Samples that a step
 * leaves out are gone from `totalWeight` too. Each step costs one pass over the stack table.
 */
export function applyTransforms(profile: Profile, transforms: readonly Transform[]): Profile {
  return transforms.reduce(applyTransform, profile);
}

function applyTransform(profile: Profile, step: Transform): Profile {
  switch (step.kind) {
    case 'focus':
      return rebuilt(profile, focusing(profile, step), dropped);
    case 'hide':
      return rebuilt(profile, hiding(profile, step.frame));
    case 'drop':
      return rebuilt(profile, dropping(profile, step.frame));
    case 'collapse-recursion':
      return rebuilt(
        profile,
        step.frame === '' ? collapsingDirect(profile) : collapsing(profile, step.frame),
      );
    case 'merge':
      return mergeLibrary(profile, step.frame);
  }
}

/** The sample is left out. */
const dropped = -2;
/** The stack has no frames (yet). */
const noFrames = -1;

/**
 * What becomes of stack `i`: a stack of the new table, `noFrames` or `dropped`. `caller` is what
 * became of its prefix; `extend` gives the new stack with this one's frame on top of another.
 */
type StackStep = (i: number, caller: number, extend: (caller: number) => number) => number;

/** `frameless` is what becomes of samples without frames. */
function rebuilt(profile: Profile, step: StackStep, frameless = noFrames): Profile {
  const { stacks } = profile;
  const table = new ChildTable(stacks.length);
  const after = new Int32Array(stacks.length);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const frame = stacks.frame[i] ?? 0;
    const caller = prefix < 0 ? noFrames : (after[prefix] ?? noFrames);
    after[i] = step(i, caller, (on) => table.child(on, frame, frame));
  }
  const { size } = table;
  const columns = { prefix: table.parent.slice(0, size), frame: table.frame.slice(0, size) };
  return withSamplesOn({ ...profile, stacks: { length: size, ...columns } }, after, frameless);
}

/** Moves the samples to their new stacks. `profile` has the new tables and the old samples. */
function withSamplesOn(profile: Profile, after: Int32Array, frameless: number): Profile {
  const { samples } = profile;
  const stackOf = (i: number) => {
    const stack = samples.stack[i] ?? -1;
    return stack < 0 ? frameless : (after[stack] ?? noFrames);
  };
  const kept: number[] = [];
  for (let i = 0; i < samples.length; i++) if (stackOf(i) !== dropped) kept.push(i);
  const weight = Float64Array.from(kept, (i) => samples.weight[i] ?? 0);
  const { time } = samples;
  const { sampleCount, ...rest } = profile;
  return {
    ...rest,
    samples: {
      length: kept.length,
      stack: Int32Array.from(kept, stackOf),
      weight,
      ...(time === undefined ? {} : { time: Float64Array.from(kept, (i) => time[i] ?? 0) }),
    },
    totalWeight: weight.reduce((sum, each) => sum + each, 0),
    ...keptSampleCount(sampleCount, samples.length, kept.length),
  };
}

/** How often the profiler looked is known after a loss only where each sample is one look. */
function keptSampleCount(sampleCount: number | undefined, before: number, after: number) {
  if (sampleCount === undefined) return {};
  if (before === after) return { sampleCount };
  return sampleCount === before ? { sampleCount: after } : {};
}

function isNamed({ frames, stacks }: Profile, name: string): (stack: number) => boolean {
  return (stack) => frames.names[stacks.frame[stack] ?? 0] === name;
}

function focusing(profile: Profile, { frame, path }: Transform): StackStep {
  const isWanted = isNamed(profile, frame);
  const isThere = path === undefined ? isWanted : isAtPath(profile, [...path, frame]);
  return (i, caller, extend) => {
    // A prefix outside of the focus is `dropped`; a root's is `noFrames`.
    if (caller >= 0) return extend(caller);
    return isWanted(i) && isThere(i) ? extend(noFrames) : dropped;
  };
}

/** Whether a stack is exactly this path of names. Each stack is looked at once, in order. */
function isAtPath({ frames, stacks }: Profile, path: readonly string[]) {
  const matched = new Int32Array(stacks.length); // names matched from the root, or 0
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const before = prefix < 0 ? 0 : (matched[prefix] ?? 0);
    const isOnPath = prefix < 0 || before > 0;
    if (isOnPath && frames.names[stacks.frame[i] ?? 0] === path[before]) matched[i] = before + 1;
  }
  return (stack: number) => matched[stack] === path.length;
}

function hiding(profile: Profile, name: string): StackStep {
  const isWanted = isNamed(profile, name);
  return (i, caller, extend) => (isWanted(i) ? caller : extend(caller));
}

function dropping(profile: Profile, name: string): StackStep {
  const isWanted = isNamed(profile, name);
  return (i, caller, extend) => (caller === dropped || isWanted(i) ? dropped : extend(caller));
}

function collapsingDirect({ frames, stacks }: Profile): StackStep {
  const nameOf = (stack: number) => frames.names[stacks.frame[stack] ?? 0];
  return (i, caller, extend) => {
    const prefix = stacks.prefix[i] ?? -1;
    return prefix >= 0 && nameOf(prefix) === nameOf(i) ? caller : extend(caller);
  };
}

function collapsing(profile: Profile, name: string): StackStep {
  const isWanted = isNamed(profile, name);
  const { prefix } = profile.stacks;
  const outermost = new Int32Array(prefix.length).fill(noFrames); // by stack: where it went
  return (i, caller, extend) => {
    const above = prefix[i] ?? -1;
    const first = above < 0 ? noFrames : (outermost[above] ?? noFrames);
    const after = isWanted(i) && first >= 0 ? first : extend(caller);
    outermost[i] = isWanted(i) && first < 0 ? after : first;
    return after;
  };
}

function mergeLibrary(profile: Profile, library: string): Profile {
  const { frames, stacks } = profile;
  const isOf = frames.names.map((name, i) => libraryOfFrame(name, frames.details[i]) === library);
  if (!isOf.includes(true)) return profile;
  const merged = frames.length;
  const details = [...frames.details];
  details[merged] = { library };
  const frame = stacks.frame.map((each) => (isOf[each] === true ? merged : each));
  const renamed: Profile = {
    ...profile,
    frames: { length: merged + 1, names: [...frames.names, `[${library}]`], details },
    stacks: { ...stacks, frame },
  };
  return rebuilt(renamed, (i, caller, extend) => {
    const prefix = stacks.prefix[i] ?? -1;
    return prefix >= 0 && frame[prefix] === merged && frame[i] === merged ? caller : extend(caller);
  });
}
