import type { AnswerEvent } from '../progress/index.ts';
import type { Skill } from '../quiz/index.ts';
import { cardStateOf } from './question-card.ts';
import type { QuestionCard } from './question-card.ts';
import { tallyBy } from './tally.ts';

/** The one thing to do next. */
export type NextStep =
  | { readonly kind: 'review'; readonly count: number }
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'mock' }
  | { readonly kind: 'skill'; readonly skill: Skill }
  | { readonly kind: 'practice' };

export interface NextStepInput {
  readonly cards: readonly QuestionCard[];
  readonly answers: ReadonlyMap<string, readonly AnswerEvent[]>;
  /** Lessons in the order of the course. */
  readonly lessons: readonly string[];
  readonly dueCount: number;
  /** Days until the interview, where there is a date. */
  readonly daysLeft?: number;
}

const fewDays = 3;
/** Below this share of points a skill is worth a session of its own. */
const weak = 0.7;

/**
 * What helps most now: what is due, before it is forgotten; a rehearsal when the interview is near;
 * the next lesson with questions that were never answered; the weakest skill; anything mixed.
 */
export function nextStep(input: NextStepInput): NextStep {
  const { cards, answers, lessons, dueCount, daysLeft } = input;
  if (dueCount > 0) return { kind: 'review', count: dueCount };
  const answered = [...answers.values()].flat();
  const isNear = daysLeft !== undefined && daysLeft >= 0 && daysLeft <= fewDays;
  if (isNear && answered.length > 0 && !answered.some(({ mode }) => mode === 'mock')) {
    return { kind: 'mock' };
  }
  const lesson = lessons.find((id) =>
    cards.some(
      (card) =>
        card.lesson === id &&
        card.kind !== 'predict' &&
        cardStateOf(answers.get(card.id)) === 'new',
    ),
  );
  if (lesson !== undefined) return { kind: 'lesson', lesson };
  const skill = weakestSkill(cards, answers);
  return skill === undefined ? { kind: 'practice' } : { kind: 'skill', skill };
}

function weakestSkill(
  cards: readonly QuestionCard[],
  answers: NextStepInput['answers'],
): Skill | undefined {
  const skillsOf = new Map(cards.map(({ id, skills }) => [id, skills]));
  const lastAnswers = [...answers.values()].flatMap((list) => list.slice(-1));
  const tallies = tallyBy(lastAnswers, ({ question }) => skillsOf.get(question) ?? []);
  const [weakest] = tallies.sort((a, b) => a.earned / a.asked - b.earned / b.asked);
  if (weakest === undefined || weakest.earned / weakest.asked >= weak) return undefined;
  return weakest.key as Skill;
}
