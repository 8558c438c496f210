import type { Profile } from '../../src/lib/flame/model/profile.ts';

/** What is wrong with a profile's columns by its own contract; empty for a sound one. */
export function unsound({ frames, stacks, samples, totalWeight }: Profile): string[] {
  const faults: string[] = [];
  const check = (isSound: boolean, fault: string): void => {
    if (!isSound && !faults.includes(fault)) faults.push(fault);
  };
  check(frames.names.length === frames.length, 'frames.length');
  for (const name of frames.names) check(typeof name === 'string', 'a name that is no text');
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? NaN;
    const frame = stacks.frame[i] ?? NaN;
    check(prefix >= -1 && prefix < i, 'a prefix that is not before its stack');
    check(frame >= 0 && frame < frames.length, 'a frame that is not there');
  }
  let sum = 0;
  let last = 0;
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? NaN;
    const weight = samples.weight[i] ?? NaN;
    const time = samples.time?.[i];
    check(stack >= -1 && stack < stacks.length, 'a stack that is not there');
    check(Number.isFinite(weight), 'a weight that is no number');
    check(time === undefined || (time >= last && Number.isFinite(time)), 'a time that falls');
    last = time ?? 0;
    sum += weight;
  }
  check(samples.time === undefined || samples.time.length === samples.length, 'times for some');
  check(
    Object.is(sum, totalWeight) || Math.abs(sum - totalWeight) <= 1e-9 * Math.abs(sum),
    'total',
  );
  return faults;
}
