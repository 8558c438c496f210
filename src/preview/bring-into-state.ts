import type { QuizElement } from '../components/quiz/quiz-element.ts';
import type { Attempt } from '../lib/quiz/index.ts';

/** Opens the hints, or gives one of the answers that stand on the page and has it marked. */
export async function bringIntoState(): Promise<void> {
  const quiz = document.querySelector<QuizElement>('flame-quiz');
  if (quiz === null) return;
  // As in a drill: what was answered here before is not put back.
  quiz.dataset['mode'] = 'drill';
  await import('../components/quiz/define.ts');
  const [state, index] = location.hash.slice(1).split('-');
  if (state === 'hints') openHints(quiz);
  if (state !== 'answer') return;
  const attempts = JSON.parse(document.body.dataset['attempts'] ?? '[]') as Attempt[];
  const attempt = attempts[Number(index)];
  if (attempt === undefined) return;
  await quiz.fill(attempt);
  quiz.markNow(0);
}

function openHints(quiz: HTMLElement): void {
  const button = quiz.querySelector<HTMLElement>('[data-hint]');
  const count = quiz.querySelectorAll('.quiz-hints > p').length;
  for (let hint = 0; hint < count; hint++) button?.click();
}
