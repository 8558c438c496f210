import type { AnswerEvent } from '../progress/index.ts';

/** How many of some answers were right. */
export interface Tally {
  readonly key: string;
  readonly asked: number;
  /** Parts of points: 1 for a right answer, less for a partly right one. */
  readonly earned: number;
  readonly right: number;
}

/** Counts answers by something that they belong to; an answer may belong to several keys, or none. */
export function tallyBy(
  answers: readonly AnswerEvent[],
  keysOf: (answer: AnswerEvent) => readonly string[],
): Tally[] {
  const tallies = new Map<string, { asked: number; earned: number; right: number }>();
  for (const answer of answers) {
    for (const key of keysOf(answer)) {
      const tally = tallies.get(key) ?? { asked: 0, earned: 0, right: 0 };
      tally.asked++;
      tally.earned += answer.of === 0 ? 0 : answer.earned / answer.of;
      tally.right += answer.outcome === 'right' ? 1 : 0;
      tallies.set(key, tally);
    }
  }
  return [...tallies].map(([key, tally]) => ({ key, ...tally }));
}

/** How often each degree of confidence was right: the reader's calibration. */
export function calibrationOf(answers: readonly AnswerEvent[]): Tally[] {
  return tallyBy(answers, ({ confidence }) =>
    confidence === undefined ? [] : [String(confidence)],
  ).sort((a, b) => Number(a.key) - Number(b.key));
}
