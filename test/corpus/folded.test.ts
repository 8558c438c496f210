import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, measureProfile, type Measures } from './support/measure-profile.ts';

/** The reference is one tool's reading, and not the better one. */
const differs: Readonly<Record<string, string>> = {
  'folded/odd/spaces-in-frames.txt':
    'one line of three ends in two numbers: the reference reads it alone as a difference',
  'folded/austin-flames.txt':
    'the reference counts austin\'s own "# interval: 100" and "# duration: 23873" as stacks',
  'folded/inferno-with-space.txt':
    'the reference cuts the name "<impl Default for [T; _]>" in two at its semicolon',
  'folded/inferno-empty.txt': 'an empty file is refused, not read as a profile of weight 0',
};

describeCorpus('folded stacks of the corpus', () => {
  for (const file of corpusFiles('folded')) {
    const why = differs[file.path];
    if (why !== undefined) continue;
    it(file.path, async () => {
      const result = await importProfile(readCorpus(file.path), { fileName: file.path });
      expect(result.format).toBe('folded');
      expect(result.profiles).toHaveLength(1);
      for (const profile of result.profiles) {
        expectMeasures(profile, readReference<Measures>(file));
      }
    });
  }

  it('spaces-in-frames: a line that ends in two numbers is a frame that ends in one', async () => {
    const { profiles } = await importProfile(readCorpus('folded/odd/spaces-in-frames.txt'));
    expect(measureProfile(profiles[0]!).top10BySelf).toContainEqual(['foo bar 7', 3]);
    expect(profiles[0]!.totalWeight).toBe(16);
  });

  it("austin-flames: austin's own figures are comments, as in its other files", async () => {
    const { profiles, issues } = await importProfile(readCorpus('folded/austin-flames.txt'));
    expect(profiles[0]!.totalWeight).toBe(24_264 - 100 - 23_873);
    expect(issues.filter(({ code }) => code === 'comment').map(({ line }) => line)).toEqual([
      1, 2, 3, 8,
    ]);
  });

  it('inferno-with-space: a name that holds a Rust array is one frame', async () => {
    const { profiles, issues } = await importProfile(readCorpus('folded/inferno-with-space.txt'));
    const file = corpusFiles('folded').find(({ path }) => path.endsWith('inferno-with-space.txt'));
    const reference = readReference<Measures>(file!);
    const measured = measureProfile(profiles[0]!);
    const name =
      'core::array::<impl core::default::Default for [T; _]>::default::h67c9877e6f2a615c';
    expect(measured.totalWeight).toBeCloseTo(reference.totalWeight);
    expect(measured.distinctFrames).toBe(reference.distinctFrames - 1); // two pieces, one name
    expect(profiles[0]!.frames.names).toContain(name);
    expect(issues.map(({ code }) => code)).toContain('rejoined-name');
  });

  it('inferno-empty: an empty file is refused by a message', async () => {
    await expect(importProfile(readCorpus('folded/inferno-empty.txt'))).rejects.toMatchObject({
      name: 'ImportError',
      code: 'empty',
    });
  });
});

describeCorpus('folded differences of the corpus', () => {
  for (const file of corpusFiles('folded-diff')) {
    it(file.path, async () => {
      const { profiles, issues } = await importProfile(readCorpus(file.path));
      const reference = readReference<Measures & { before?: Measures; after?: Measures }>(file);
      const sides = [reference.before ?? reference, reference.after].filter(
        (one) => one !== undefined,
      );
      expect(profiles).toHaveLength(sides.length);
      sides.forEach((side, index) => expectMeasures(profiles[index]!, side));
      expect(issues.some(({ code }) => code === 'two-columns')).toBe(sides.length === 2);
    });
  }
});
