import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { noStack, ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { FrameDetail, Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { toPprof } from '../../../../../src/lib/flame/write/to-pprof.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function again(profile: Profile): Promise<Profile> {
  const { profiles, issues } = await importProfile(toPprof(profile), { format: 'pprof' });
  expect(profiles).toHaveLength(1);
  expect(issues.filter(({ code }) => code !== 'negative-weight')).toEqual([]);
  return profiles[0]!;
}

describe('a profile written as pprof', () => {
  it('has its name, its unit and its stacks', async () => {
    const profile = profileOf('main;parse 3\nmain 1', { name: 'cpu', unit: 'nanoseconds' });
    const read = await again(profile);
    expect(read).toMatchObject({ name: 'cpu', unit: 'nanoseconds', totalWeight: 4 });
    expect(stackLines(read)).toEqual(['main 1', 'main;parse 3']);
  });

  it('has as many samples as before, also of the same stack or of none', async () => {
    const builder = new ProfileBuilder();
    for (const stack of [builder.stackOfNames(['a']), builder.stackOfNames(['a']), noStack]) {
      builder.sample(stack, 1);
    }
    expect((await again(builder.build('x', 'samples'))).samples.length).toBe(3);
  });

  it('puts inlined frames into the place of their caller', async () => {
    const builder = new ProfileBuilder();
    const library = '/bin/shop';
    const frames: [string, FrameDetail][] = [
      ['main', { library, address: '0x10', file: 'main.c', line: 3 }],
      ['outer', { library, inlined: true, line: 2 }],
      ['inner', { library, inlined: true }],
      ['callee', { library: '/lib/c.so', address: '0xffffffffffffffff' }],
      ['0x2a', { address: '0x2a' }],
    ];
    let stack = noStack;
    for (const [name, detail] of frames) stack = builder.stack(stack, builder.frame(name, detail));
    builder.sample(stack, 1);
    const { names, details } = (await again(builder.build('x', 'samples'))).frames;
    expect(names.map((name, i) => [name, details[i]])).toEqual(frames);
  });

  it('keeps the number of samples that time rests on, where weights are multiples of it', async () => {
    const builder = new ProfileBuilder();
    builder.sample(builder.stackOfNames(['a']), 30);
    builder.sample(builder.stackOfNames(['b']), 10);
    const read = await again(builder.build('cpu', 'nanoseconds', { sampleCount: 4 }));
    expect(read.sampleCount).toBe(4);
  });

  it('rounds a fraction, since pprof has whole numbers only', async () => {
    expect(stackLines(await again(profileOf('a 1.4\nb 2.5')))).toEqual(['a 1', 'b 3']);
  });

  it('is read again without a loss, whatever the stacks and weights', async () => {
    const name = fc.string({ unit: 'binary' }).filter((text) => text !== '');
    const stacks = fc.array(fc.tuple(fc.array(name, { maxLength: 6 }), fc.maxSafeInteger()), {
      minLength: 1,
      maxLength: 20,
    });
    const property = fc.asyncProperty(
      stacks,
      fc.constantFrom('samples', 'nanoseconds', 'bytes', 'count'),
      async (drawn, unit) => {
        const builder = new ProfileBuilder();
        for (const [names, weight] of drawn) builder.sample(builder.stackOfNames(names), weight);
        const profile = builder.build('made up', unit);
        const read = await again(profile);
        expect([read.name, read.unit]).toEqual([profile.name, profile.unit]);
        expect(stackLines(read)).toEqual(stackLines(profile));
        expect([...read.samples.weight]).toEqual([...profile.samples.weight]);
      },
    );
    await fc.assert(property, { seed: 20260302, numRuns: 60 });
  });
});
