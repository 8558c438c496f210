import type { AnswerEvent } from '../progress/index.ts';
import { cardStateOf } from './question-card.ts';
import type { CardState, QuestionCard } from './question-card.ts';

/** What a reader wants to practise; an empty list stands for everything. */
export interface CardFilter {
  readonly lessons: readonly string[];
  readonly skills: readonly string[];
  readonly kinds: readonly string[];
  readonly levels: readonly number[];
  readonly states: readonly CardState[];
}

export const everything: CardFilter = {
  lessons: [],
  skills: [],
  kinds: [],
  levels: [],
  states: [],
};

/** The cards that fit. Predictions are never practised: they have their place in a lesson. */
export function selectCards(
  cards: readonly QuestionCard[],
  filter: CardFilter,
  answers: ReadonlyMap<string, readonly AnswerEvent[]>,
): QuestionCard[] {
  const fits = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return cards.filter(
    (card) =>
      card.kind !== 'predict' &&
      fits(filter.lessons, card.lesson) &&
      fits<string>(filter.kinds, card.kind) &&
      fits<number>(filter.levels, card.level) &&
      (filter.skills.length === 0 || card.skills.some((skill) => filter.skills.includes(skill))) &&
      fits(filter.states, cardStateOf(answers.get(card.id))),
  );
}
