import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, type Measures } from './support/measure-profile.ts';

describeCorpus('d3-flame-graph files of the corpus', () => {
  for (const file of corpusFiles('d3-json')) {
    it(file.path, async () => {
      const { format, profiles, issues } = await importProfile(readCorpus(file.path));
      expect(format).toBe('d3-json');
      expect(issues).toEqual([]);
      expectMeasures(profiles[0]!, readReference<Measures>(file));
    });
  }

  it('odd/truncated: JSON that was cut is refused, with the line', async () => {
    await expect(importProfile(readCorpus('d3-json/odd/truncated.json'))).rejects.toMatchObject({
      name: 'ImportError',
      code: 'truncated',
      line: 595,
    });
  });
});
