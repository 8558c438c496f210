import type { Attempt, Unclear, Verdict } from '../../lib/quiz/index.ts';
import { fillWords } from './fill-words.ts';
import type { QuizWords } from './words/en.ts';

/** The verdict in one sentence, as the status line says it. */
export function statusOf(
  quiz: HTMLElement,
  attempt: Attempt,
  { outcome, earned, of }: Pick<Verdict, 'outcome' | 'earned' | 'of'>,
  words: QuizWords,
): string {
  if (attempt.kind === 'predict') {
    const answer = predictionText(quiz, attempt);
    return answer === '' ? words.notedBare : fillWords(words.noted, { answer });
  }
  switch (outcome) {
    case 'right':
      return words.right;
    case 'partly':
      return fillWords(words.partly, { earned, of });
    default:
      return words.wrong;
  }
}

function predictionText(quiz: HTMLElement, attempt: Extract<Attempt, { kind: 'predict' }>): string {
  const option = quiz.querySelector('.quiz-option input:checked + span')?.textContent.trim();
  if (option !== undefined) return option;
  const unit = quiz.querySelector('.quiz-number-field span')?.textContent ?? '';
  const text = attempt.text ?? '';
  return text.endsWith(unit) ? text : `${text}${unit === '%' ? unit : ` ${unit}`}`;
}

/** What is missing, in words. */
export function unclearText({ code, count }: Unclear, words: QuizWords): string {
  return fillWords(words.unclear[code], { count: count ?? 0 });
}

/** Puts the focus where something is missing. */
export function focusMissing(form: HTMLFormElement, { code, part }: Unclear): void {
  const row = part === undefined ? null : form.querySelector(`[data-part="${CSS.escape(part)}"]`);
  const within = code === 'choose-reason' ? form.querySelector('.quiz-follow') : (row ?? form);
  const control =
    code === 'choose-frame'
      ? form.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
      : within?.querySelector<HTMLElement>('input, select, textarea');
  control?.focus();
}
