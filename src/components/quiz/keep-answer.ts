import { openProgress } from '../../lib/progress/index.ts';
import type { NewEvent } from '../../lib/progress/index.ts';
import type { QuizWords } from './words/en.ts';

/** Keeps an answer in the reader's log, and says so where the browser forgets it with the page. */
export async function keepAnswer(
  quiz: HTMLElement,
  words: QuizWords,
  answer: NewEvent,
): Promise<void> {
  const log = await openProgress();
  await log.append(answer);
  if (log.lasts || quiz.querySelector('.quiz-unstored') !== null) return;
  const warning = document.createElement('p');
  warning.className = 'quiz-unstored label';
  warning.textContent = words.memoryOnly;
  quiz.querySelector('.quiz-status')?.after(warning);
}
