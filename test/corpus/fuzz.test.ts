import fc from 'fast-check';
import { it } from 'vitest';
import { expectSoundImport } from '../support/expect-sound-import.ts';
import { mutated, mutations } from '../support/mutations.ts';
import { allCorpusFiles, describeCorpus, readCorpus } from './support/corpus.ts';

/** Cases of each file; `npm run fuzz` sets more. Large files take their share of the time. */
const perFile = Number(process.env['FUZZ_CORPUS_CASES'] ?? 4);
const largest = 400_000;

describeCorpus('every file of the corpus, damaged, gives sound profiles or an ImportError', () => {
  const files = allCorpusFiles().filter(({ bytes }) => bytes <= largest);
  for (const { path } of files) {
    it(
      path,
      async () => {
        const whole = readCorpus(path);
        await fc.assert(
          fc.asyncProperty(mutations, (mutations) => expectSoundImport(mutated(whole, mutations))),
          { seed: Number(process.env['FUZZ_SEED'] ?? 6), numRuns: perFile },
        );
      },
      perFile * 6000,
    );
  }
});
