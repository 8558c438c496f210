import type { Profile } from '../../src/lib/flame/model/profile.ts';

/** What is wrong with a profile's columns by its own contract; empty for a sound one. */
export function unsound(profile: Profile): string[] {
  const faults = new Set<string>();
  const check = (isSound: boolean, fault: string): void => {
    if (!isSound) faults.add(fault);
  };
  checkStacks(profile, check);
  checkSamples(profile, check);
  return [...faults];
}

type Check = (isSound: boolean, fault: string) => void;

function checkStacks({ frames, stacks }: Profile, check: Check): void {
  check(frames.names.length === frames.length, 'frames.length');
  for (const name of frames.names) check(typeof name === 'string', 'a name that is no text');
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? NaN;
    const frame = stacks.frame[i] ?? NaN;
    check(prefix >= -1 && prefix < i, 'a prefix that is not before its stack');
    check(frame >= 0 && frame < frames.length, 'a frame that is not there');
  }
}

function checkSamples({ stacks, samples, totalWeight }: Profile, check: Check): void {
  const { length, stack, weight, time } = samples;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const at = stack[i] ?? NaN;
    check(at >= -1 && at < stacks.length, 'a stack that is not there');
    check(Number.isFinite(weight[i]), 'a weight that is no number');
    sum += weight[i] ?? NaN;
  }
  check(sum === totalWeight || Math.abs(sum - totalWeight) <= 1e-9 * Math.abs(sum), 'total');
  if (time === undefined) return;
  check(time.length === length, 'times for some samples only');
  const falls = time.some((now, i) => !Number.isFinite(now) || now < (time[i - 1] ?? 0));
  check(!falls, 'a time that falls');
}
