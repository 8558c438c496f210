import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { toFolded } from '../../../../../src/lib/flame/write/to-folded.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function readBack(profile: Profile): Promise<string[]> {
  const { profiles } = await importProfile(toFolded(profile), { format: 'folded' });
  return stackLines(profiles[0]!);
}

function profileOfNames(...stacks: readonly (readonly string[])[]): Profile {
  const builder = new ProfileBuilder();
  for (const names of stacks) builder.sample(builder.stackOfNames(names), 1);
  return builder.build('names', 'samples');
}

describe('toFolded', () => {
  it('writes one line a distinct stack, sorted, weights added', () => {
    const profile = profileOf(`
      main;read   2
      main        1.5
      a           3
      main;read   4
    `);
    expect(toFolded(profile)).toBe('a 3\nmain 1.5\nmain;read 6\n');
  });

  it('writes a sample without frames as a weight alone', async () => {
    const builder = new ProfileBuilder();
    builder.sample(-1, 5);
    expect(toFolded(builder.build('idle', 'samples'))).toBe(' 5\n');
  });

  it('keeps a semicolon or a line break in a name from making a frame or a line', async () => {
    const profile = profileOfNames(['Lorg/Foo;', 'a\nb', 'c\r\nd']);
    expect(await readBack(profile)).toEqual(['Lorg/Foo:;a b;c d 1']);
  });

  it('keeps a root frame that looks like a comment', async () => {
    expect(await readBack(profileOfNames(['# pool', 'a']))).toEqual(['#\u00A0pool;a 1']);
  });

  it('reads back what it wrote: no stack and no weight is lost', async () => {
    const name = fc
      .string({
        unit: fc.constantFrom('a', 'b', ' ', '\t', ':', '#', '<', '>', 'µ', '火', '😀'),
        minLength: 1,
      })
      .filter((text) => !/^#\s/.test(text));
    const sample = fc.tuple(fc.array(name, { maxLength: 8 }), fc.nat({ max: 9999 }));
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 30 }), async (samples) => {
        const builder = new ProfileBuilder();
        for (const [names, weight] of samples) builder.sample(builder.stackOfNames(names), weight);
        const profile = builder.build('drawn', 'samples');
        expect(await readBack(profile)).toEqual(stackLines(profile));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
