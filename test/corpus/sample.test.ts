import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, type Measures } from './support/measure-profile.ts';

describeCorpus('macOS sample reports of the corpus', () => {
  for (const file of corpusFiles('sample')) {
    it(`${file.path}: nothing is left out, waiting neither`, async () => {
      const { format, profiles, issues } = await importProfile(readCorpus(file.path));
      expect(format).toBe('sample');
      expect(issues).toEqual([]);
      const { rawCallGraph } = readReference<{ rawCallGraph: Measures }>(file);
      expectMeasures(profiles[0]!, rawCallGraph);
    });
  }

  for (const name of ['bad-stack-line', 'no-four-spaces', 'invalid-samples-field']) {
    it(`${name}: a line without a count is named, and the rest is read`, async () => {
      const { profiles, issues } = await importProfile(readCorpus(`sample/inferno-${name}.txt`));
      expect(issues.map(({ code, line }) => [code, line])).toEqual([['no-weight', 22]]);
      expect(profiles[0]!.totalWeight).toBe(825);
    });
  }

  it('odd-indentation: an indent that is off by one is still below its parent', async () => {
    const { profiles } = await importProfile(readCorpus('sample/inferno-odd-indentation.txt'));
    const { prefix, length } = profiles[0]!.stacks;
    expect([...prefix]).toEqual(Array.from({ length }, (_, index) => index - 1));
  });

  it('end-before-call-graph-start: a report without a call graph is refused', async () => {
    const path = 'sample/inferno-end-before-call-graph-start.txt';
    await expect(importProfile(readCorpus(path))).rejects.toMatchObject({
      name: 'ImportError',
      code: 'no-samples',
    });
  });
});
