import { seededShuffle } from '../quiz/index.ts';
import { interleave } from './interleave.ts';
import type { QuestionCard } from './question-card.ts';

export interface MockWish {
  readonly minutes: number;
  /** Hardest level that is asked; 3 asks everything. */
  readonly level: 1 | 2 | 3;
  /** Empty for all. */
  readonly lessons: readonly string[];
  readonly seed: string;
}

/** About this part of the time goes to answers in the reader's own words, as in an interview. */
const spokenPart = 0.4;

/**
 * The questions of a mock interview: as many as fit into the time by their usual length, open
 * answers first into their part of it, mixed by skill, never two alike. The same wish on the same
 * bank gives the same interview. Empty when nothing fits.
 */
export function planMock(cards: readonly QuestionCard[], wish: MockWish): QuestionCard[] {
  const allowed = cards.filter(
    ({ kind, level, lesson }) =>
      kind !== 'predict' &&
      level <= wish.level &&
      (wish.lessons.length === 0 || wish.lessons.includes(lesson)),
  );
  const seconds = wish.minutes * 60;
  const isSpoken = ({ kind }: QuestionCard) => kind === 'open';
  const spoken = fill(allowed.filter(isSpoken), seconds * spokenPart, `${wish.seed}:spoken`);
  const left = seconds - secondsOf(spoken);
  const others = fill(
    allowed.filter((card) => !isSpoken(card)),
    left,
    `${wish.seed}:others`,
  );
  return interleave([...spoken, ...others], wish.seed);
}

/** Cards up to a number of seconds, one of each skill before a second one of any. */
function fill(cards: readonly QuestionCard[], seconds: number, seed: string): QuestionCard[] {
  const waiting = seededShuffle(cards, seed);
  const chosen: QuestionCard[] = [];
  const used = new Map<string, number>();
  let left = seconds;
  for (;;) {
    const fitting = waiting.filter((card) => card.seconds <= left && !chosen.includes(card));
    if (fitting.length === 0) return chosen;
    const timesUsed = ({ skills }: QuestionCard) =>
      Math.max(...skills.map((skill) => used.get(skill) ?? 0));
    const next = fitting.reduce((best, card) => (timesUsed(card) < timesUsed(best) ? card : best));
    chosen.push(next);
    left -= next.seconds;
    for (const skill of next.skills) used.set(skill, (used.get(skill) ?? 0) + 1);
  }
}

export function secondsOf(cards: readonly QuestionCard[]): number {
  return cards.reduce((sum, { seconds }) => sum + seconds, 0);
}
