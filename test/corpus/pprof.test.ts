import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';
import { toFolded } from '../../src/lib/flame/write/to-folded.ts';
import { toPprof } from '../../src/lib/flame/write/to-pprof.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, type Measures } from './support/measure-profile.ts';

interface PprofReference extends Measures {
  readonly profiles: readonly (Measures & { readonly name: string; readonly unit: string })[];
}

/** Nanoseconds in the references' units of time. */
const scales: Readonly<Record<string, number>> = { microseconds: 1e3, milliseconds: 1e6 };

function scaled(reference: Measures, factor: number): Measures {
  const times = (rows: Measures['top10BySelf']): [string, number][] =>
    rows.map(([name, weight]) => [name, weight * factor]);
  return {
    ...reference,
    totalWeight: reference.totalWeight * factor,
    top10ByTotal: times(reference.top10ByTotal),
    top10BySelf: times(reference.top10BySelf),
  };
}

describeCorpus('pprof of the corpus', () => {
  for (const file of corpusFiles('pprof')) {
    it(file.path, async () => {
      const { format, profiles } = await importProfile(readCorpus(file.path));
      const reference = readReference<PprofReference>(file);
      expect(format).toBe('pprof');
      expect(profiles.map(({ name }) => name)).toEqual(reference.profiles.map(({ name }) => name));
      reference.profiles.forEach((one, index) => {
        expectMeasures(profiles[index]!, scaled(one, scales[one.unit] ?? 1));
      });
    });
  }

  for (const file of corpusFiles('pprof')) {
    it(`${file.path}: written and read again, nothing is lost`, async () => {
      const { profiles } = await importProfile(readCorpus(file.path));
      for (const profile of profiles) await expectSameAgain(profile);
    });
  }
});

async function expectSameAgain(profile: Profile): Promise<void> {
  const { profiles, issues } = await importProfile(toPprof(profile), { format: 'pprof' });
  const [again] = profiles;
  expect(again).toMatchObject({ name: profile.name, totalWeight: profile.totalWeight });
  expect(again!.samples.length).toBe(profile.samples.length);
  expect(toFolded(again!)).toBe(toFolded(profile));
  expect(issues.map(({ code }) => code)).not.toContain('truncated');
  if (profile.unit !== 'count') expect(again!.unit).toBe(profile.unit);
}

describeCorpus('pprof: results of other tools', () => {
  it('pprofutils-folded: the same stacks as pprofutils writes', async () => {
    const { profiles } = await importProfile(readCorpus('pprof/pprofutils-folded.in.pprof'));
    const expected = new TextDecoder().decode(
      readCorpus('pprof/expected/pprofutils-folded-pprof.out.txt'),
    );
    const lines = (text: string): string[] => text.trim().split('\n').sort();
    expect(lines(toFolded(profiles[0]!))).toEqual(lines(expected));
  });
});

describeCorpus('pprof files that are refused', () => {
  for (const file of corpusFiles('pprof', 'none')) {
    it(file.path, async () => {
      const bytes = readCorpus(file.path);
      const code = file.path.includes('legacy')
        ? 'legacy-pprof'
        : file.path.endsWith('empty.pb')
          ? 'empty'
          : 'truncated';
      await expect(importProfile(bytes)).rejects.toMatchObject({
        name: 'ImportError',
        code,
        advice: expect.stringMatching(/\w/) as string,
      });
    });
  }

  it(
    'cut anywhere, a file gives an error or a part of its samples',
    { timeout: 60_000 },
    async () => {
      const whole = new Uint8Array(gunzipSync(readCorpus('pprof/parca-profile1.pb.gz')));
      const { profiles } = await importProfile(whole);
      for (let length = 1; length < whole.length; length += 97) {
        const cut = await importProfile(whole.slice(0, length), { format: 'pprof' }).catch(
          (error: unknown) => error,
        );
        if (cut instanceof Error) expect(cut.name).toBe('ImportError');
        else {
          const result = cut as Awaited<ReturnType<typeof importProfile>>;
          // Between two fields a cut does not show, but the names come last and are missed.
          const codes = result.issues.map(({ code }) => code);
          expect(codes.some((code) => code === 'truncated' || code === 'missing-name')).toBe(true);
          expect(result.profiles[0]!.totalWeight).toBeLessThanOrEqual(profiles[0]!.totalWeight);
        }
      }
    },
  );
});
