import fc from 'fast-check';
import { afterAll, it } from 'vitest';
import { expectSoundImport } from '../support/expect-sound-import.ts';
import { mutated, mutations } from '../support/mutations.ts';
import { Outcomes } from '../support/outcomes.ts';
import { allCorpusFiles, describeCorpus, readCorpus } from './support/corpus.ts';

/** `npm run fuzz` sets more. */
const cases = Number(process.env['FUZZ_CASES'] ?? 1600);
const seed = Number(process.env['FUZZ_SEED'] ?? 6);

/** A file that is larger than this gets fewer cases: it would take all of the time. */
const usualBytes = 100_000;

const files = allCorpusFiles();
const shareOf = ({ bytes }: { bytes: number }): number => Math.min(1, usualBytes / bytes);
const allShares = files.reduce((sum, file) => sum + shareOf(file), 0);

describeCorpus('every file of the corpus, damaged, gives sound profiles or an ImportError', () => {
  const outcomes = new Outcomes();
  afterAll(() => {
    if (process.env['FUZZ_CASES'] !== undefined) console.log(`The corpus, damaged:\n${outcomes}`);
  });

  for (const file of files) {
    const numRuns = Math.ceil((cases * shareOf(file)) / allShares);
    it(
      file.path,
      async () => {
        const whole = readCorpus(file.path);
        await fc.assert(
          fc.asyncProperty(mutations, async (mutations) => {
            outcomes.add(await expectSoundImport(mutated(whole, mutations)));
          }),
          { seed, numRuns },
        );
      },
      numRuns * 6000,
    );
  }
});
