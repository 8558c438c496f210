import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { FrameDetail, Profile } from '../../../../../src/lib/flame/model/profile.ts';
import type { WeightUnit } from '../../../../../src/lib/flame/model/weight.ts';
import {
  toSpeedscope,
  type SpeedscopeFile,
} from '../../../../../src/lib/flame/write/to-speedscope.ts';
import { profileOf } from '../../../../support/profile-of.ts';

async function readBack(...profiles: [Profile, ...Profile[]]): Promise<Profile[]> {
  const text = JSON.stringify(toSpeedscope(...profiles));
  return (await importProfile(text, { format: 'speedscope' })).profiles;
}

/** Every sample with its frames, weight and time: all that a profile says, in its order. */
function samplesOf({ frames, stacks, samples }: Profile): object[] {
  return Array.from({ length: samples.length }, (_, i) => {
    const stack: [string, FrameDetail | undefined][] = [];
    for (let at = samples.stack[i] ?? -1; at !== -1; at = stacks.prefix[at] ?? -1) {
      const frame = stacks.frame[at] ?? -1;
      stack.unshift([frames.names[frame] ?? '', frames.details[frame]]);
    }
    return { stack, weight: samples.weight[i], time: samples.time?.[i] };
  });
}

/** What https://www.speedscope.app/file-format-schema.json asks of a sampled file. */
function expectValid(file: SpeedscopeFile): void {
  expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json');
  for (const frame of file.shared.frames) {
    expect(typeof frame.name).toBe('string');
    expect(Object.keys(frame).every((key) => ['name', 'file', 'line'].includes(key))).toBe(true);
  }
  for (const profile of file.profiles) {
    expect(profile.type).toBe('sampled');
    expect(['bytes', 'nanoseconds', 'none']).toContain(profile.unit);
    expect(profile.samples).toHaveLength(profile.weights.length);
    expect(profile.endValue).toBeCloseTo(
      profile.weights.reduce((sum, one) => sum + one, 0),
      3,
    );
    for (const place of profile.samples.flat()) expect(file.shared.frames[place]).toBeDefined();
  }
}

describe('toSpeedscope', () => {
  it('writes samples over shared frames, each frame once', () => {
    const file = toSpeedscope(profileOf('main;a 3\nmain;b 1', { name: 'two' }));
    expectValid(file);
    expect(file.shared.frames).toEqual([{ name: 'main' }, { name: 'a' }, { name: 'b' }]);
    expect(file.profiles).toEqual([
      {
        type: 'sampled',
        name: 'two',
        unit: 'none',
        startValue: 0,
        endValue: 4,
        samples: [
          [0, 1],
          [0, 2],
        ],
        weights: [3, 1],
      },
    ]);
  });

  it('writes several profiles into one file', async () => {
    const [a, b] = [profileOf('main 1', { name: 'a' }), profileOf('main;x 2', { name: 'b' })];
    expect(toSpeedscope(a, b).shared.frames).toHaveLength(2);
    expect((await readBack(a, b)).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('puts an idle sample where time passed between two others', async () => {
    const builder = new ProfileBuilder();
    builder.sample(builder.stackOfNames(['a']), 5, 0);
    builder.sample(builder.stackOfNames(['b']), 5, 12);
    const profile = builder.build('gap', 'nanoseconds');
    expect(toSpeedscope(profile).profiles[0]!.samples).toEqual([[0], [], [1]]);
    expect(samplesOf((await readBack(profile))[0]!)).toEqual(samplesOf(profile));
  });

  it('reads back every frame, stack, weight and time that the format can hold', async () => {
    const name = fc.constantFrom('main', 'a', 'b', '', '__proto__', 'toString', '火', 'f<a;b>');
    const detail = fc.option(
      fc
        .record(
          { file: fc.constantFrom('a.rs', 'b.rs'), line: fc.integer({ min: 1, max: 9 }) },
          {
            requiredKeys: [],
          },
        )
        .filter((one) => Object.keys(one).length > 0),
      { nil: undefined },
    );
    const sample = fc.record({
      stack: fc.array(fc.tuple(name, detail), { minLength: 1, maxLength: 6 }),
      weight: fc.integer({ min: 0, max: 1000 }),
      gap: fc.constantFrom(0, 0, 7),
    });
    const unit = fc.constantFrom<WeightUnit>('nanoseconds', 'bytes', 'count');
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { minLength: 1, maxLength: 20 }),
        unit,
        async (all, unit) => {
          const builder = new ProfileBuilder();
          let now = 0;
          for (const [i, { stack, weight, gap }] of all.entries()) {
            if (i > 0) now += gap;
            let at = -1;
            for (const [frame, where] of stack) at = builder.stack(at, builder.frame(frame, where));
            builder.sample(at, weight, unit === 'nanoseconds' ? now : undefined);
            now += weight;
          }
          const profile = builder.build('drawn', unit);
          expectValid(toSpeedscope(profile));
          const [back] = await readBack(profile);
          expect(samplesOf(back!)).toEqual(samplesOf(profile));
          expect([back!.unit, back!.totalWeight]).toEqual([unit, profile.totalWeight]);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });

  it('writes 10,000 frames on one stack', async () => {
    const builder = new ProfileBuilder();
    builder.sample(builder.stackOfNames(Array.from({ length: 10_000 }, (_, i) => `f${i}`)), 1);
    const [back] = await readBack(builder.build('deep', 'count'));
    expect(back!.stacks.length).toBe(10_000);
  });
});
