import type { AnswerKey, Verdict } from '../../lib/quiz/index.ts';
import type { QuizWords } from './words/en.ts';

/**
 * Shows a verdict in the page: each part gets its mark in words, its reason, and the two are joined
 * to its controls, so that a screen reader hears them with the option.
 */
export function showVerdict(
  quiz: HTMLElement,
  key: AnswerKey,
  verdict: Verdict,
  words: QuizWords,
): void {
  const isOne = key.kind === 'choice' || key.kind === 'predict';
  for (const part of quiz.querySelectorAll<HTMLElement>('[data-part]')) {
    const mark = verdict.marks[part.dataset['part'] ?? ''];
    if (mark === undefined) continue;
    const isLine = key.kind === 'bug' && part.dataset['part']?.startsWith('follow-') !== true;
    part.dataset['mark'] = mark;
    const reason = reasonOf(quiz, part);
    if (reason === null || (isLine && mark === 'left')) continue;
    const oneOf = isOne || (key.kind === 'bug' && (!isLine || key.bugs.length === 1));
    showReason(part, reason, mark, (oneOf ? words.marksChoice : words.marks)[mark]);
  }
  showNotes(quiz, verdict);
}

function reasonOf(quiz: HTMLElement, part: HTMLElement): HTMLElement | null {
  const own = part.querySelector<HTMLElement>('.quiz-reason');
  // A table's row has its reason in a row of its own.
  const row = CSS.escape(part.dataset['part'] ?? '');
  return own ?? quiz.querySelector<HTMLElement>(`[data-reason-of="${row}"] .quiz-reason`);
}

function showReason(part: HTMLElement, reason: HTMLElement, mark: string, said: string): void {
  reason.hidden = false;
  const label = reason.querySelector('.quiz-mark');
  if (label !== null) label.textContent = said;
  const when = mark === 'right' || mark === 'wrong' ? 'chosen' : 'left';
  for (const wording of reason.querySelectorAll<HTMLElement>('[data-when]')) {
    wording.hidden = wording.dataset['when'] !== when;
  }
  for (const control of part.querySelectorAll('input, select')) {
    control.setAttribute('aria-describedby', reason.id);
  }
}

/** What is told of the whole answer: the near miss if it is one, and always why the key is right. */
function showNotes(quiz: HTMLElement, { near, outcome }: Verdict): void {
  const wanted = new Set(['why']);
  if (outcome !== 'right') wanted.add(near === undefined ? 'other' : `near-${near}`);
  for (const note of quiz.querySelectorAll<HTMLElement>('[data-note]')) {
    note.hidden = !wanted.has(note.dataset['note'] ?? '');
  }
}

/** Takes everything back that `showVerdict` showed. */
export function hideVerdict(quiz: HTMLElement): void {
  for (const part of quiz.querySelectorAll<HTMLElement>('[data-mark]')) {
    delete part.dataset['mark'];
    for (const control of part.querySelectorAll('input, select')) {
      if (control.getAttribute('aria-describedby')?.endsWith('-why') === true) {
        control.removeAttribute('aria-describedby');
      }
    }
  }
  for (const hidden of quiz.querySelectorAll<HTMLElement>('.quiz-reason, [data-note]')) {
    hidden.hidden = true;
  }
}
