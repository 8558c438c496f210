import { noStack, ProfileBuilder } from '../../src/lib/flame/model/profile-builder.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';
import type { WeightUnit } from '../../src/lib/flame/model/weight.ts';

/**
 * A profile drawn as folded stacks, one a line; weights may be aligned. Throws on a typo, so that
 * no test runs on less than it shows. `time: true` makes line n start at the sum of the weights before it.
 */
export function profileOf(
  drawing: string,
  options: { unit?: WeightUnit; name?: string; time?: boolean } = {},
): Profile {
  const builder = new ProfileBuilder();
  let now = 0;
  for (const line of drawing.split('\n')) {
    if (line.trim() === '') continue;
    const match = /^\s*(.*?)\s+(-?\d+(?:\.\d+)?)\s*$/.exec(line);
    if (match === null) throw new Error(`not a stack and a weight: "${line}"`);
    const [, stack = '', weight = ''] = match;
    builder.sample(
      stack === '' ? noStack : builder.stackOfNames(stack.split(';')),
      Number(weight),
      options.time === true ? now : undefined,
    );
    now += Number(weight);
  }
  return builder.build(options.name ?? 'drawn', options.unit ?? 'samples');
}
