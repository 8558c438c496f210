import { isComposing } from '../keyboard/is-composing.ts';
import { areDigitsOff } from './digit-keys.ts';
import type { QuizWords } from './words/en.ts';

/**
 * Keys inside a question, besides the native ones: Ctrl or ⌘ with Enter checks from anywhere in it;
 * a digit chooses the option of that number while an option has the focus; `?` lists the keys.
 * Marked controls keep what they hold.
 */
export function listenToKeys(
  quiz: HTMLElement,
  words: QuizWords,
  isLocked: () => boolean,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit(quiz, event);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '?' && !isTyping(event.target)) return void showKeys(quiz, words, event);
    if (isOption(event.target)) onOptionKey(event.target, event, isLocked());
  };
  quiz.addEventListener('keydown', onKey, { signal });
}

function isOption(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(target.type);
}

function onOptionKey(option: HTMLInputElement, event: KeyboardEvent, isLocked: boolean): void {
  if (isLocked) {
    if (event.key.startsWith('Arrow') || event.key === ' ') event.preventDefault();
  } else if (/^[1-9]$/.test(event.key) && !areDigitsOff()) chooseOption(option, event);
}

function submit(quiz: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault();
  quiz.querySelector('form')?.requestSubmit();
}

function chooseOption(focused: HTMLInputElement, event: KeyboardEvent): void {
  const options = focused.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input');
  const option = options?.[Number(event.key) - 1];
  if (option === undefined) return;
  event.preventDefault();
  option.focus();
  option.click();
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type === 'text';
}

/** The list of keys; a graph inside the question has its own one. */
async function showKeys(quiz: HTMLElement, words: QuizWords, event: KeyboardEvent): Promise<void> {
  if (event.target instanceof Element && event.target.closest('flame-graph') !== null) return;
  event.preventDefault();
  const { showKeysDialog } = await import('./keys-dialog.ts');
  showKeysDialog(quiz, words);
}
