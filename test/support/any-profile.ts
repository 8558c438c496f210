import fc from 'fast-check';
import { noStack, ProfileBuilder } from '../../src/lib/flame/model/profile-builder.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';

/** Few names, so that stacks share beginnings and functions recurse; one begins with another. */
const anyName = fc.constantFrom('a', 'b', 'c', 'd', 'a::b', 'a b', 'é', '');

const anyStack = fc.array(anyName, { maxLength: 9 });

/** Whole weights, so that sums are exact. */
export const anyProfile: fc.Arbitrary<Profile> = fc
  .array(fc.tuple(anyStack, fc.integer({ min: 0, max: 50 })), { maxLength: 40 })
  .map((samples) => {
    const builder = new ProfileBuilder();
    for (const [names, weight] of samples) {
      builder.sample(names.length === 0 ? noStack : builder.stackOfNames(names), weight);
    }
    return builder.build('any', 'samples');
  });
