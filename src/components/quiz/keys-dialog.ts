import { build } from '../widgets/flame-graph/build-element.ts';
import type { QuizWords } from './words/en.ts';

/** Opens the list of keys of a question; Esc or its button closes it, and the focus goes back. */
export function showKeysDialog(quiz: HTMLElement, words: QuizWords): void {
  const rows = words.keyList.map(([keys, meaning]) =>
    build('div', {}, build('dt', {}, build('kbd', {}, keys ?? '')), build('dd', {}, meaning ?? '')),
  );
  const close = build('button', { type: 'button', class: 'button' }, words.close);
  const dialog = build(
    'dialog',
    { class: 'quiz-keys', 'aria-label': words.keysTitle },
    build('h2', {}, words.keysTitle),
    build('dl', {}, ...rows),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  quiz.append(dialog);
  dialog.showModal();
}
