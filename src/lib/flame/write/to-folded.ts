import type { Profile } from '../model/profile.ts';

/**
 * Writes folded stacks: `root;…;leaf weight`, one line a distinct stack, sorted, as the
 * stackcollapse scripts do. Reading them back loses only what the format cannot hold: a `;` in a
 * name becomes `:`, a line break a space, an empty frame at a leaf is gone, and so are file, line,
 * time and unit. Weights are in the profile's unit.
 */
export function toFolded(profile: Profile): string {
  const weightOfStack = new Map<string, number>();
  weightByStack(profile).forEach((weight, stack) => {
    const line = foldedStack(profile, stack);
    weightOfStack.set(line, (weightOfStack.get(line) ?? 0) + weight);
  });
  const stacks = [...weightOfStack.keys()].sort();
  return stacks.map((stack) => `${stack} ${weightOfStack.get(stack) ?? 0}\n`).join('');
}

function weightByStack({ samples }: Profile): Map<number, number> {
  const weights = new Map<number, number>();
  samples.stack.forEach((stack, sample) => {
    weights.set(stack, (weights.get(stack) ?? 0) + (samples.weight[sample] ?? 0));
  });
  return weights;
}

function foldedStack({ frames, stacks }: Profile, leaf: number): string {
  const names: string[] = [];
  for (let stack = leaf; stack >= 0; stack = stacks.prefix[stack] ?? -1) {
    names.push(foldedName(frames.names[stacks.frame[stack] ?? -1] ?? ''));
  }
  // A line that starts with "# " would be a comment.
  return names.reverse().join(';').replace(/^#\s/, '#\u00A0');
}

function foldedName(name: string): string {
  return /[;\r\n]/.test(name) ? name.replace(/\r\n|[\r\n]/g, ' ').replaceAll(';', ':') : name;
}
