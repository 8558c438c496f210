import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, type Measures } from './support/measure-profile.ts';

/**
 * stackcollapse.pl, which made the references, cuts C++ and Rust names at their last bracket: of
 * `<A<T> as B>::poll` it leaves `<A`. We keep names whole and compare with its cut applied.
 */
const cut = (name: string): string => name.replace(/(::.*)[(<].*/, '$1');

/** References that lack the leaf of the first sample: the script always skips three lines. */
const lostALine = ['dtrace/tre-macos.dtrace', 'dtrace/sphinx-macos.dtrace'];

describeCorpus('DTrace stacks of the corpus', () => {
  for (const file of corpusFiles('dtrace')) {
    if (lostALine.includes(file.path)) continue;
    it(file.path, async () => {
      const { format, profiles } = await importProfile(readCorpus(file.path));
      expect(format).toBe('dtrace');
      expect(profiles).toHaveLength(1);
      expectMeasures(profiles[0]!, readReference<Measures>(file), { rename: cut });
    });
  }

  for (const path of lostALine) {
    it(`${path}: a file without header keeps the leaf in its third line`, async () => {
      const text = new TextDecoder().decode(readCorpus(path));
      const lines = text.split('\n');
      expect(lines.slice(0, 3).map((line) => line.trim() !== '')).toEqual([false, false, true]);
      const whole = await importProfile(text);
      const leaf = lines[2]!.trim().replace(/\+0x[0-9a-f]+$/, '');
      expect(leafOfFirstSample(whole.profiles[0]!)).toBe(leaf);

      const likeTheScript = await importProfile(['', '', ...lines.slice(3)].join('\n'));
      const file = corpusFiles('dtrace').find((one) => one.path === path)!;
      expectMeasures(likeTheScript.profiles[0]!, readReference<Measures>(file), { rename: cut });
    });
  }
});

function leafOfFirstSample(
  profile: Awaited<ReturnType<typeof importProfile>>['profiles'][0],
): string {
  const stack = profile.samples.stack[0] ?? -1;
  return profile.frames.names[profile.stacks.frame[stack] ?? -1] ?? '(none)';
}
