import { seededShuffle } from '../../lib/quiz/index.ts';
import { markMoves } from './order-list.ts';

/** Brings the options of a question into another order, the same one for the same seed. */
export function shuffleOptions(quiz: HTMLElement, seed: string): void {
  for (const fieldset of quiz.querySelectorAll<HTMLElement>('[data-shuffle]')) {
    const options = [...fieldset.querySelectorAll<HTMLElement>(':scope > .quiz-option')];
    // From one order always to the same next: by id, not as they happen to stand.
    options.sort((a, b) => ((a.dataset['part'] ?? '') < (b.dataset['part'] ?? '') ? -1 : 1));
    fieldset.append(...seededShuffle(options, seed));
  }
}

/** Brings steps to be ordered into another order, which is not the right one. */
export function shuffleSteps(quiz: HTMLElement, seed: string, right: readonly string[]): void {
  const list = quiz.querySelector('.quiz-order');
  const steps = seededShuffle(right, seed);
  if (steps.every((step, place) => step === right[place])) steps.reverse();
  for (const step of steps) {
    const item = list?.querySelector(`:scope > [data-part="${CSS.escape(step)}"]`);
    if (item) list?.append(item);
  }
  if (list !== null) markMoves(list, false);
}
