import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { placesOf, pprofBytes, type PprofDrawing } from '../../../../support/pprof-bytes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(drawing: PprofDrawing): Promise<{ profiles: Profile[]; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(pprofBytes(drawing));
  expect(format).toBe('pprof');
  return { profiles, issues: issueCodes(issues) };
}

async function stacksOf(drawing: PprofDrawing): Promise<string[]> {
  return stackLines((await read(drawing)).profiles[0]!);
}

const leafFirst = [{ locations: [2, 1], values: [3] }];

describe('pprof', () => {
  it('has a profile for each sample type, in the order of the file, on the same stacks', async () => {
    const { profiles } = await read({
      types: ['samples/count', 'cpu/nanoseconds', 'alloc_space/bytes', 'goroutine/count'],
      samples: [
        { locations: [2, 1], values: [3, 30, 300, 1] },
        { locations: [1], values: [1, 10, 0, 2] },
      ],
      ...placesOf('main', 'work'),
    });
    expect(profiles.map((profile) => [profile.name, profile.unit, stackLines(profile)])).toEqual([
      ['samples', 'samples', ['main 1', 'main;work 3']],
      ['cpu', 'nanoseconds', ['main 10', 'main;work 30']],
      ['alloc_space', 'bytes', ['main 0', 'main;work 300']],
      ['goroutine', 'count', ['main 2', 'main;work 1']],
    ]);
  });

  it('shows inlined functions between their caller and what they call', async () => {
    const { profiles } = await read({
      samples: leafFirst,
      mappings: [{ id: 9, file: '/bin/shop' }],
      locations: [
        {
          id: 1,
          address: 0x10,
          mapping: 9,
          lines: [
            [3, 33],
            [2, 22],
            [1, 11],
          ],
        },
        { id: 2, lines: [[4, 44]] },
      ],
      functions: [
        { id: 1, name: 'main', file: 'main.go' },
        { id: 2, name: 'middle' },
        { id: 3, name: 'innermost' },
        { id: 4, name: 'callee' },
      ],
    });
    expect(stackLines(profiles[0]!)).toEqual(['main;middle;innermost;callee 3']);
    expect(profiles[0]!.frames.details).toEqual([
      { library: '/bin/shop', address: '0x10', file: 'main.go', line: 11 },
      { library: '/bin/shop', inlined: true, line: 22 },
      { library: '/bin/shop', inlined: true, line: 33 },
      { line: 44 },
    ]);
  });

  it('keeps ids apart that are equal in their lower 32 bits, or above 2^53', async () => {
    const ids = [1, 2 ** 32 + 1, 2n ** 53n, 2n ** 53n + 1n, 2n ** 53n + 2n, 2n ** 64n - 1n];
    const drawing: PprofDrawing = {
      samples: [{ locations: ids.toReversed(), values: [1] }],
      locations: ids.map((id) => ({ id, lines: [[id, 0]] })),
      functions: ids.map((id) => ({ id, name: `f${id}` })),
    };
    expect(await stacksOf(drawing)).toEqual([`${ids.map((id) => `f${id}`).join(';')} 1`]);
  });

  it('keeps the line of each place, though the function is the same', async () => {
    const { profiles } = await read({
      samples: leafFirst,
      locations: [
        { id: 1, lines: [[1, 10]] },
        { id: 2, lines: [[1, 20]] },
      ],
      functions: [{ id: 1, name: 'recursive' }],
    });
    expect(profiles[0]!.frames.details.map((detail) => detail?.line)).toEqual([10, 20]);
    expect(stackLines(profiles[0]!)).toEqual(['recursive;recursive 3']);
  });

  it('names a place without a function by its address, one without a name by its symbol', async () => {
    expect(
      await stacksOf({
        samples: [{ locations: [3, 2, 1], values: [1] }],
        locations: [
          { id: 1, address: 0xffff_ffff_8100_0010n },
          { id: 2, lines: [[1, 0]] },
          { id: 3, address: 0x2a, lines: [[2, 0]] },
        ],
        functions: [
          { id: 1, name: '', systemName: '_Z4workv' },
          { id: 2, name: '' },
        ],
      }),
    ).toEqual(['0xffffffff81000010;_Z4workv;0x2a 1']);
  });

  it('does not merge functions of one name in two files, nor lose the file', async () => {
    const { profiles } = await read({
      samples: leafFirst,
      locations: [
        { id: 1, lines: [[1, 0]] },
        { id: 2, lines: [[2, 0]] },
      ],
      functions: [
        { id: 1, name: 'run', file: 'a.py' },
        { id: 2, name: 'run', file: 'b.py' },
      ],
    });
    expect(profiles[0]!.frames.details.map((detail) => detail?.file)).toEqual(['a.py', 'b.py']);
  });

  it.each(['packed', 'one by one'])('reads lists of numbers %s', async (how) => {
    const unpacked = how !== 'packed';
    const drawing = { samples: leafFirst, ...placesOf('main', 'work'), unpacked };
    expect(await stacksOf(drawing)).toEqual(['main;work 3']);
  });

  it('reads negative values of a difference, and says so', async () => {
    const { profiles, issues } = await read({
      types: ['inuse_space/bytes'],
      samples: [
        { locations: [1], values: [-512] },
        { locations: [2], values: [100] },
      ],
      ...placesOf('freed', 'kept'),
    });
    expect(stackLines(profiles[0]!)).toEqual(['freed -512', 'kept 100']);
    expect(issues).toEqual(['negative-weight']);
  });

  it.each([
    ['wall/microseconds', 'nanoseconds', 5000],
    ['wall/milliseconds', 'nanoseconds', 5e6],
    ['cpu/ns', 'nanoseconds', 5],
    ['heap/kilobytes', 'bytes', 5120],
    ['sample/count', 'samples', 5],
    ['objects/count', 'count', 5],
    ['samples/samples', 'samples', 5],
  ])('%s are %s', async (type, unit, totalWeight) => {
    const { profiles, issues } = await read({
      types: [type],
      samples: [{ locations: [1], values: [5] }],
      ...placesOf('main'),
    });
    expect(profiles[0]).toMatchObject({ unit, totalWeight });
    expect(issues).toEqual([]);
  });

  it('reads an unknown unit as a count, and says so', async () => {
    const { profiles, issues } = await read({
      types: ['energy/joules'],
      samples: [{ locations: [1], values: [5] }],
      ...placesOf('main'),
    });
    expect(profiles[0]).toMatchObject({ unit: 'count', totalWeight: 5 });
    expect(issues).toEqual(['unknown-unit']);
  });

  it('knows how many samples time rests on: by the type of samples, or by the period', async () => {
    const places = placesOf('main');
    const byType = await read({
      types: ['samples/count', 'cpu/nanoseconds'],
      samples: [{ locations: [1], values: [3, 30] }],
      ...places,
    });
    expect(byType.profiles[1]!.sampleCount).toBe(3);
    const time = { types: ['cpu/nanoseconds'], samples: [{ locations: [1], values: [30] }] };
    const byPeriod = await read({ ...time, ...places, period: ['cpu/nanoseconds', 10] });
    expect(byPeriod.profiles[0]!.sampleCount).toBe(3);
    const neither = await read({ ...time, ...places, period: ['cpu/nanoseconds', 7] });
    expect(neither.profiles[0]!.sampleCount).toBeUndefined();
  });

  it('says which labels it left out, and which frames pprof would have', async () => {
    const { issues } = await read({
      samples: [{ locations: [1], values: [1], labels: ['endpoint'] }],
      ...placesOf('main'),
      dropFrames: 'runtime.*',
    });
    expect(issues).toEqual(['labels-left-out', 'frames-kept']);
  });

  it('is read packed or not, whatever its name', async () => {
    const bytes = pprofBytes({ samples: leafFirst, ...placesOf('main', 'work') });
    for (const data of [bytes, new Uint8Array(gzipSync(bytes))]) {
      const { format, profiles } = await importProfile(data, { fileName: 'stacks.folded' });
      expect([format, stackLines(profiles[0]!)]).toEqual(['pprof', ['main;work 3']]);
    }
  });
});

describe('damaged pprof', () => {
  it('takes positions for ids where a writer left all ids out', async () => {
    const { profiles, issues } = await read({
      samples: leafFirst,
      locations: [
        { id: 1, lines: [[1, 0]] },
        { id: 2, lines: [[2, 0]] },
      ],
      functions: [{ name: 'main' }, { name: 'work' }],
    });
    expect(stackLines(profiles[0]!)).toEqual(['main;work 3']);
    expect(issues).toEqual(['missing-id']);
  });

  it('shows a place that is not in the file as unknown, and says so', async () => {
    const { profiles, issues } = await read({ samples: leafFirst, ...placesOf('main') });
    expect(stackLines(profiles[0]!)).toEqual(['main;[unknown] 3']);
    expect(issues).toEqual(['missing-location']);
  });

  it('leaves out a sample that is damaged inside, and keeps the others', async () => {
    const drawing = { samples: [...leafFirst, { locations: [1], values: [1] }] };
    const bytes = pprofBytes({ ...drawing, ...placesOf('main', 'work') });
    const at = bytes.indexOf(0x0a, 8) + 1; // length of the first sample's locations
    bytes[at] = 0x7f;
    const { profiles, issues } = await importProfile(bytes, { format: 'pprof' });
    expect(stackLines(profiles[0]!)).toEqual(['main 1']);
    expect(issues[0]).toMatchObject({ code: 'bad-sample', byte: expect.any(Number) as number });
  });

  it('reads bad UTF-8 in a name as U+FFFD, and says where', async () => {
    const bytes = pprofBytes({ samples: leafFirst, ...placesOf('main', 'w?rk') });
    bytes[bytes.lastIndexOf(0x3f)] = 0xff;
    const { profiles, issues } = await importProfile(bytes);
    expect(stackLines(profiles[0]!)).toEqual(['main;w\uFFFDrk 3']);
    expect(issues[0]).toMatchObject({ code: 'invalid-utf8', excerpt: 'w\uFFFDrk' });
  });

  it.each([
    ['no samples', pprofBytes(placesOf('main')), 'no-samples'],
    ['its end before the names', pprofBytes({ samples: leafFirst }).slice(0, 14), 'truncated'],
    ['the header of a heap profile of old', 'heap profile: 1: 2 [3: 4] @ heapz\n', 'legacy-pprof'],
    ['the words of a CPU profile of old', words(0, 3, 0, 10_000, 0, 1, 1), 'legacy-pprof'],
  ])('refuses a file with %s', async (_, bytes, code) => {
    await expect(importProfile(bytes)).rejects.toMatchObject({
      name: 'ImportError',
      code,
      advice: expect.stringMatching(/\w/) as string,
    });
  });

  it('reads the first 64 sample types of a head that claims thousands, and says so', async () => {
    const types = Array.from({ length: 3000 }, (_, i) => `t${i}/count`);
    const { profiles, issues } = await importProfile(
      pprofBytes({ types, samples: [{ locations: [], values: [1] }] }),
    );
    expect(profiles).toHaveLength(64);
    expect(issueCodes(issues)).toContain('too-many-types');
  });

  it('refuses samples that ask for more frames than memory has', async () => {
    const lines = Array.from({ length: 20_000 }, () => [1, 0] as const);
    const drawing: PprofDrawing = {
      samples: [{ locations: Array.from({ length: 20_000 }, () => 1), values: [1] }],
      locations: [{ id: 1, lines }],
      functions: [{ id: 1, name: 'f' }],
    };
    await expect(importProfile(pprofBytes(drawing))).rejects.toMatchObject({
      code: 'too-large',
      byte: expect.any(Number) as number,
    });
  });
});

/** 64-bit words, as gperftools wrote them. */
function words(...values: number[]): Uint8Array {
  return new Uint8Array(new BigUint64Array(values.map(BigInt)).buffer);
}
