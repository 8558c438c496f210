import { seededShuffle } from '../quiz/index.ts';
import type { QuestionCard } from './question-card.ts';

/**
 * Mixes cards so that neighbours train different skills wherever that can be done, and then are of
 * different kinds (interleaving: Rohrer et al. 2019). The same seed gives the same order.
 *
 * Greedy: of the cards that fit behind the last one, one whose skill has most cards left comes
 * next, so that no skill is left over for the end.
 */
export function interleave(cards: readonly QuestionCard[], seed: string): QuestionCard[] {
  const waiting = seededShuffle(cards, seed);
  const left = new Map<string, number>();
  for (const { skills } of cards) {
    for (const skill of skills) left.set(skill, (left.get(skill) ?? 0) + 1);
  }
  const order: QuestionCard[] = [];
  while (waiting.length > 0) {
    const last = order.at(-1);
    const weightOf = (card: QuestionCard) =>
      Math.max(...card.skills.map((skill) => left.get(skill) ?? 0)) -
      (last === undefined ? 0 : 1000 * sharedSkills(last, card)) -
      (last?.kind === card.kind ? 0.5 : 0);
    const next = waiting.reduce((best, card) => (weightOf(card) > weightOf(best) ? card : best));
    waiting.splice(waiting.indexOf(next), 1);
    order.push(next);
    for (const skill of next.skills) left.set(skill, (left.get(skill) ?? 0) - 1);
  }
  return order;
}

function sharedSkills(one: QuestionCard, other: QuestionCard): number {
  return one.skills.filter((skill) => other.skills.includes(skill)).length;
}
