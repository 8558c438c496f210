import type { Profile } from '../model/profile.ts';
import { compareNames } from '../model/compare-names.ts';

/**
 * Two profiles as folded stacks with two columns, `stack before after`, one line a stack that either
 * has: what difffolded.pl writes and flamegraph.pl draws as a differential. Lines are sorted.
 *
 * `normalize: 'total'` scales the first column to the second's total. difffolded.pl -n cuts the
 * result off to an integer, so that its first column no longer adds up to that total and rare stacks
 * become 0; here up to six decimals stay. (`truncate: true` gives its numbers.)
 */
export function toDifferentialFolded(
  before: Profile,
  after: Profile,
  settings: { readonly normalize: 'none' | 'total'; readonly truncate?: boolean },
): string {
  const was = weightByStack(before);
  const is = weightByStack(after);
  const isScaled = settings.normalize === 'total' && before.totalWeight !== after.totalWeight;
  const scaled = (weight: number) => {
    if (!isScaled || before.totalWeight === 0) return weight;
    const exact = (weight * after.totalWeight) / before.totalWeight;
    return settings.truncate === true ? Math.trunc(exact) : exact;
  };
  const stacks = [...new Set([...was.keys(), ...is.keys()])].sort(compareNames);
  return stacks
    .map(
      (stack) =>
        `${stack} ${decimal(scaled(was.get(stack) ?? 0))} ${decimal(is.get(stack) ?? 0)}\n`,
    )
    .join('');
}

function decimal(weight: number): string {
  if (Number.isInteger(weight)) return weight.toFixed(0);
  return weight.toFixed(6).replace(/\.?0+$/, '');
}

/** Weight by folded stack. Semicolons and line ends in names would read as other stacks. */
function weightByStack({ frames, stacks, samples }: Profile): Map<string, number> {
  const names = frames.names.map((name) => name.replaceAll(';', ':').replace(/[\r\n]+/g, ' '));
  const ofStack = new Float64Array(stacks.length);
  const hasSample = new Uint8Array(stacks.length);
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? -1;
    if (stack < 0) continue;
    ofStack[stack] = (ofStack[stack] ?? 0) + (samples.weight[i] ?? 0);
    hasSample[stack] = 1;
  }
  const weights = new Map<string, number>();
  for (let stack = 0; stack < stacks.length; stack++) {
    if (hasSample[stack] !== 1) continue;
    const path: string[] = [];
    for (let at = stack; at >= 0; at = stacks.prefix[at] ?? -1) {
      path.push(names[stacks.frame[at] ?? 0] ?? '');
    }
    const folded = path.reverse().join(';');
    weights.set(folded, (weights.get(folded) ?? 0) + (ofStack[stack] ?? 0));
  }
  return weights;
}
