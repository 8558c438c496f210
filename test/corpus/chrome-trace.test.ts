import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectScaledMeasures, type SpeedscopeReference } from './support/expect-scaled.ts';

/** The reference is one tool's reading, and not the better one. */
const differs: Readonly<Record<string, string>> = {
  'chrome-trace/chrome141-no-arg-data.json':
    'samples whose node is not in the file: the reference charges their time to the stack before',
};

describeCorpus('Chrome traces of the corpus', () => {
  for (const file of corpusFiles('chrome-trace')) {
    if (differs[file.path] !== undefined) continue;
    it(file.path, async () => {
      const { profiles: references } = readReference<SpeedscopeReference>(file);
      const { format, profiles } = await importProfile(readCorpus(file.path));
      expect(format).toBe('chrome-trace');
      expect(profiles).toHaveLength(references.length);
      references.forEach((reference, i) => expectScaledMeasures(profiles[i], reference));
    });
  }

  it('chrome141-no-arg-data: time of samples without a stack is charged to no other', async () => {
    const path = 'chrome-trace/chrome141-no-arg-data.json';
    const { profiles, issues } = await importProfile(readCorpus(path));
    expect(profiles.map(({ totalWeight }) => totalWeight)).toEqual([55_862_000 - 668_000, 0]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'broken-stack', count: 5 }));
  });
});
