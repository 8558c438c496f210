import { expect, it } from 'vitest';
import { importProfile, type Profile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectScaledMeasures, type ScaledMeasures } from './support/expect-scaled.ts';

interface ThreadReference extends ScaledMeasures {
  readonly name: string;
}

interface Reference extends ScaledMeasures {
  /** By the Firefox Profiler's engine, heaviest thread first. */
  readonly threads?: readonly Omit<ThreadReference, 'maxDepth'>[];
  /** By the corpus's own decoder, in the file's order. */
  readonly ownDecode?: { readonly threads: readonly ThreadReference[] };
  /** By speedscope, for recordings of old DevTools. */
  readonly profiles?: readonly ScaledMeasures[];
}

/** Where the two references differ, the engine's is right: names that its upgrades clean. */
const ownDecodeDiffers: Readonly<Record<string, string>> = {
  'gecko/firefox-processed-1.json': 'leaves "(chrome://blargh:34)" in the name of a function',
};

describeCorpus('Firefox and samply profiles of the corpus', () => {
  for (const file of corpusFiles('gecko')) {
    it(file.path, async () => {
      const reference = readReference<Reference>(file);
      const { format, profiles } = await importProfile(readCorpus(file.path));
      expect(format).toBe('gecko');
      const own = reference.ownDecode?.threads ?? [];
      if (ownDecodeDiffers[file.path] === undefined) {
        own.forEach((thread, i) => expectScaledMeasures(profiles[i], thread));
        if (own.length > 0) expect(profiles).toHaveLength(own.length);
      }
      (reference.profiles ?? []).forEach((one, i) => expectScaledMeasures(profiles[i], one));
      if (reference.ownDecode !== undefined) expect(sumOf(profiles)).toBe(reference.totalWeight);
    });
  }

  it('firefox-processed-1: functions are named as the Firefox Profiler names them', async () => {
    const [file] = corpusFiles('gecko').filter(({ path }) => path.endsWith('processed-1.json'));
    const reference = readReference<Reference>(file!);
    const { profiles } = await importProfile(readCorpus(file!.path));
    reference.threads!.forEach((thread, i) => {
      expectScaledMeasures(profiles[i], { ...thread, maxDepth: reference.maxDepth });
    });
  });

  it('firefox59: a DevTools recording gives the page’s script by time, then all frames', async () => {
    const { profiles } = await importProfile(readCorpus('gecko/firefox59-simple.json'));
    expect(profiles.map(({ unit }) => unit)).toEqual(['nanoseconds', 'samples']);
    expect(profiles[1]!.totalWeight).toBe(38);
    expect(profiles[1]!.frames.names).toContain('XRE_InitChildProcess');
  });

  it('a file that was cut says where', async () => {
    const cut = importProfile(readCorpus('gecko/odd/truncated.json'));
    await expect(cut).rejects.toMatchObject({ code: 'truncated', line: 219 });
  });
});

function sumOf(profiles: readonly Profile[]): number {
  return profiles.reduce((sum, { totalWeight }) => sum + totalWeight, 0);
}
