import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';
import { describeCorpus, readCorpus } from './support/corpus.ts';

/** Ours are samples; the reference multiplies each by async-profiler's interval of 10 ms. */
const interval = 1e7;

describeCorpus('Java flight recordings of the corpus', () => {
  it('cortex-kafka: all 359 stacks, as jfr-parser reads them', async () => {
    const { format, profiles } = await importProfile(readCorpus('jfr/cortex-kafka-cpu-0.jfr.gz'));
    expect(format).toBe('jfr');
    expect(profiles.map(({ name, totalWeight }) => [name, totalWeight])).toEqual([
      ['execution samples', 478],
    ]);
    const expected = gunzipSync(
      readCorpus('jfr/expected/cortex-kafka-cpu-0.cpu.collapsed.txt.gz'),
    ).toString();
    const lines = expected.trim().split('\n');
    expect(linesOf(profiles[0]!)).toEqual(lines.sort());
  });

  it('heavy: running Java, native methods and allocations are kept apart', async () => {
    const { profiles } = await importProfile(readCorpus('jfr/speedscope-heavy.jfr'));
    // The counts of "jfr summary"; the bytes are the sum of the weights that "jfr print" shows.
    expect(
      profiles.map(({ name, unit, samples, totalWeight }) => [
        name,
        unit,
        samples.length,
        totalWeight,
      ]),
    ).toEqual([
      ['execution samples', 'samples', 346, 346],
      ['native method samples', 'samples', 44, 44],
      ['sampled allocations', 'bytes', 25, 878_277_960],
    ]);
    expect(profiles[0]!.frames.names).toContain('java/util/stream/IntPipeline.toArray');
  });

  it('executionsamples: the text of jfr print, which cuts stacks to five frames', async () => {
    const { format, profiles, issues } = await importProfile(
      readCorpus('jfr/local-jdk17.executionsamples.txt'),
    );
    expect(format).toBe('jfr');
    expect(profiles[0]).toMatchObject({ name: 'execution samples', totalWeight: 348 });
    expect(issues).toMatchObject([{ code: 'truncated-stacks' }]);
  });
});

/** jfr-parser's spelling: `class.method:line`, libraries as classes, no numbers of lambdas and accessors. */
function linesOf({ frames, stacks, samples }: Profile): string[] {
  const names = frames.names.map((name, index) => {
    const { library = '', line = 0, mark } = frames.details[index] ?? {};
    const isMethod = library === '' && mark !== 'native';
    const spelled = `${isMethod ? '' : `${library}.`}${name}:${line}`;
    return spelled
      .replace(/\$\$Lambda\$\d+\.0x[\da-f]+/, () => '$$Lambda_')
      .replace(/GeneratedMethodAccessor\d+/, 'GeneratedMethodAccessor_');
  });
  const weights = new Map<string, number>();
  samples.stack.forEach((leaf, index) => {
    const path: string[] = [];
    for (let at = leaf; at !== -1; at = stacks.prefix[at]!) path.push(names[stacks.frame[at]!]!);
    const key = path.reverse().join(';');
    weights.set(key, (weights.get(key) ?? 0) + samples.weight[index]! * interval);
  });
  return [...weights].map(([path, weight]) => `${path} [${weight}]`).sort();
}
