import { formatPoints, formatShare } from '../../../../lib/flame/index.ts';
import { chance, number, pIs } from '../say-number.ts';
import type { IsItRealWords } from '../is-it-real-words.ts';

export const words: IsItRealWords = {
  caption: 'Choose runs, and see what they can prove',
  before: 'First group: 8 KiB',
  after: 'Second group: 1 MiB',
  again: 'Second group: 8 KiB again',
  against: 'Compare with',
  otherVersion: 'the other version, 1 MiB',
  sameVersion: 'the same version: other runs of it',
  run: (run) => `Run ${run}:`,
  samples: (count) => `${number(count, 'en')} samples`,
  scale: (most) => `0 to ${number(most, 'en')} samples for the same 120 downloads`,
  function: 'Share of the function',
  runsTitle: 'CPU time, by runs',
  shareTitle: 'The share of a function, by samples',
  empty: 'Choose at least one run in each group.',
  runsSay: ({ runs: { before, after, factor, p, leastP, interval } }) =>
    [
      `On average ${number(before.mean, 'en')} samples against ${number(after.mean, 'en')}: a factor of ${number(factor, 'en', 2)}.`,
      `The rank-sum test over runs gives ${pIs(p, 'en')}.`,
      leastP > 0.05
        ? `With ${before.count} against ${after.count} runs it could not get below ${chance(leastP, 'en')}: too few runs, whatever they show.`
        : p <= 0.05
          ? 'More than the runs of one version differ by.'
          : 'No more than the runs of one version differ by.',
      interval === undefined
        ? ''
        : `The shift is between ${number(interval[0], 'en')} and ${number(interval[1], 'en')} samples, with at least 95% confidence.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
  sharesSay: ({ before, after, shares }) =>
    `${formatShare(before.samples / before.of, 'en')} (${number(before.samples, 'en')} of ${number(before.of, 'en')}) against ${formatShare(after.samples / after.of, 'en')} (${number(after.samples, 'en')} of ${number(after.of, 'en')}): ${formatPoints(shares.difference, 'en')} points, 95% interval ${formatPoints(shares.interval[0], 'en')} to ${formatPoints(shares.interval[1], 'en')}, ${pIs(shares.p, 'en')}. In samples, a run has ${number(before.perRun, 'en')} against ${number(after.perRun, 'en')} for the same downloads.`,
  notProved: 'What these profiles alone cannot prove',
  limits: [
    'that anybody waits less: they count time on a CPU, not waiting;',
    'that it is the same on another machine, kernel or build: all ten runs share one of each;',
    'that nothing else became worse, such as the memory that larger buffers take.',
  ],
};
