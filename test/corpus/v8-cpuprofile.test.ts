import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectScaledMeasures, type ScaledMeasures } from './support/expect-scaled.ts';

interface Reference extends ScaledMeasures {
  readonly byHitCount: ScaledMeasures;
  readonly speedscopeByTime: readonly ScaledMeasures[];
}

/**
 * By time the reference (speedscope) is another reading of the same samples: it puts `(program)`
 * and `(garbage collector)` on the stack before, leaves `(idle)` out, and names anonymous functions
 * after their place. A .cpuprofile is read with its frames where the file has them.
 */
const readOtherwise: Readonly<Record<string, string>> = {
  'cpuprofile/chrome65-sucrase.cpuprofile.gz': 'collections moved, anonymous functions named',
  'cpuprofile/0x-samples-cpu-prof.cpuprofile.gz': 'idle left out, program and collections moved',
  'cpuprofile/firefox-hello.cjs.cpuprofile': 'anonymous functions named',
};

describeCorpus('.cpuprofile files of the corpus', () => {
  for (const file of corpusFiles('cpuprofile')) {
    it(file.path, async () => {
      const reference = readReference<Reference>(file);
      const { format, profiles } = await importProfile(readCorpus(file.path));
      expect(format).toBe('v8-cpuprofile');
      expectScaledMeasures(profiles[0], reference);
      const byTime = reference.speedscopeByTime[0];
      expect(profiles.length).toBe(byTime === undefined ? 1 : 2);
      if (byTime !== undefined && readOtherwise[file.path] === undefined) {
        expectScaledMeasures(profiles[1], byTime);
      }
    });
  }

  it('sucrase and hello: the time in all is speedscope’s, with its frames in other places', async () => {
    for (const file of corpusFiles('cpuprofile')) {
      if (!file.path.includes('sucrase') && !file.path.includes('hello')) continue;
      const [byTime] = readReference<Reference>(file).speedscopeByTime;
      const { profiles } = await importProfile(readCorpus(file.path));
      expect(profiles[1]!.totalWeight).toBe(byTime!.totalWeight * 1000);
    }
  });

  it('a file that was cut says where', async () => {
    const cut = importProfile(readCorpus('cpuprofile/odd/truncated.cpuprofile'));
    await expect(cut).rejects.toMatchObject({
      code: 'truncated',
      line: 1,
      message: expect.stringContaining('column 701') as string,
    });
  });
});
