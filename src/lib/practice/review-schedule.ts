import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Card, Grade } from 'ts-fsrs';
import type { AnswerEvent } from '../progress/index.ts';
import type { QuestionCard } from './question-card.ts';

const day = 24 * 60 * 60 * 1000;
/** An answer soon after another one repeats what was just read: it tells nothing about memory. */
const soon = day / 2;
/** A gap of 20 to 40 % of the time until the test is best (Cepeda et al. 2008). */
const largestPart = 0.3;

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

export interface DueReview {
  readonly card: QuestionCard;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly last: AnswerEvent;
}

/**
 * When each answered question is due again, soonest first. By FSRS from the answers' marks and the
 * reader's confidence; before an interview never later than 30 % of the time that was left at the
 * last answer, whatever FSRS says. Both are milliseconds since 1970.
 */
export function reviewSchedule(
  cards: readonly QuestionCard[],
  answers: ReadonlyMap<string, readonly AnswerEvent[]>,
  interviewAt?: number,
): DueReview[] {
  return cards
    .flatMap((card) => {
      const dueAndLast = dueOf(answers.get(card.id) ?? [], interviewAt);
      return dueAndLast === undefined ? [] : [{ card, ...dueAndLast }];
    })
    .sort((a, b) => a.due - b.due);
}

function dueOf(
  answers: readonly AnswerEvent[],
  interviewAt: number | undefined,
): { due: number; last: AnswerEvent } | undefined {
  let memory: Card | undefined;
  let last: AnswerEvent | undefined;
  for (const answer of answers) {
    if (last !== undefined && answer.at - last.at < soon) continue;
    const at = new Date(answer.at);
    memory = scheduler.next(memory ?? createEmptyCard(at), at, gradeOf(answer)).card;
    last = answer;
  }
  if (memory === undefined || last === undefined) return undefined;
  return { due: capped(memory.due.getTime(), last.at, interviewAt), last };
}

/** The cap that ts-fsrs has no setting for: a date, not a number of days. */
function capped(due: number, lastAt: number, interviewAt: number | undefined): number {
  if (interviewAt === undefined || interviewAt <= lastAt) return due;
  return Math.min(due, lastAt + largestPart * (interviewAt - lastAt));
}

/** What an answer says about memory: a guess that was right is not known yet. */
export function gradeOf({ outcome, confidence, hints }: AnswerEvent): Grade {
  if (outcome === 'wrong') return Rating.Again;
  if (outcome === 'partly' || confidence === 1 || hints > 0) return Rating.Hard;
  return confidence === 3 ? Rating.Easy : Rating.Good;
}

/**
 * The reviews that are due, in the order in which they should come: what the reader was sure of and
 * had wrong first, since a surprise is put right best, then by how long they have been due.
 */
export function dueNow(schedule: readonly DueReview[], now: number): DueReview[] {
  const isSurprise = ({ last }: DueReview) => last.outcome === 'wrong' && last.confidence === 3;
  return schedule
    .filter(({ due }) => due <= now)
    .sort((a, b) => Number(isSurprise(b)) - Number(isSurprise(a)) || a.due - b.due);
}
