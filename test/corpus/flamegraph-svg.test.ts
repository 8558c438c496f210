import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, measureProfile, type Measures } from './support/measure-profile.ts';

interface SvgReference extends Measures {
  /** Edges or titles are rounded: parents and self weights of narrow frames are a best fit. */
  readonly approximate: boolean;
}

describeCorpus('flame graph SVGs of the corpus', () => {
  for (const file of [...corpusFiles('flamegraph-svg'), ...corpusFiles('inferno-svg')]) {
    it(file.path, async () => {
      const { format, profiles } = await importProfile(readCorpus(file.path));
      const reference = readReference<SvgReference>(file);
      expect(format).toBe('flamegraph-svg');
      expect(profiles).toHaveLength(1);
      expectMeasures(profiles[0]!, reference);
    });
  }
});
