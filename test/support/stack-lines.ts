import type { Profile } from '../../src/lib/flame/model/profile.ts';

/** A profile as sorted folded lines, samples of one stack added up: what it says, in any order. */
export function stackLines(profile: Profile): string[] {
  const weights = new Map<string, number>();
  for (let sample = 0; sample < profile.samples.length; sample++) {
    const names: string[] = [];
    let stack = profile.samples.stack[sample] ?? -1;
    for (; stack !== -1; stack = profile.stacks.prefix[stack] ?? -1) {
      names.push(profile.frames.names[profile.stacks.frame[stack] ?? -1] ?? '(no such frame)');
    }
    const key = names.reverse().join(';');
    weights.set(key, (weights.get(key) ?? 0) + (profile.samples.weight[sample] ?? Number.NaN));
  }
  return [...weights].map(([stack, weight]) => `${stack} ${weight}`).sort();
}
