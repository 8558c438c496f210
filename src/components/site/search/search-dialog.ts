import { inLocale } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import { isComposing } from '../../keyboard/is-composing.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { SearchBox } from './search-box.ts';
import { searchWords } from './search-words.ts';
import { setSlashKey, slashKeyWorks } from './slash-key.ts';

let shown: { dialog: HTMLDialogElement; box: SearchBox } | undefined;

/**
 * Opens the search over the page; what was typed before is still there, selected. `typed` is what came
 * while this was being loaded.
 */
export function showSearchDialog(locale: Locale, typed = ''): void {
  shown ??= make(locale);
  const { dialog, box } = shown;
  if (!dialog.open) dialog.showModal();
  box.field.focus();
  if (typed === '') box.field.select();
  else void box.ask(typed);
}

function make(locale: Locale): { dialog: HTMLDialogElement; box: SearchBox } {
  const words = inLocale(searchWords, locale);
  const box = new SearchBox(locale);
  const slash = build('input', { type: 'checkbox', checked: slashKeyWorks() });
  const close = build('button', { type: 'button', class: 'button button-quiet' }, words.close);
  const dialog = build(
    'dialog',
    { class: 'search-dialog', 'aria-label': words.title, closedby: 'any' },
    box.element,
    build('div', { class: 'search-foot label' }, build('label', {}, slash, words.slashKey), close),
  );
  slash.addEventListener('change', () => setSlashKey(slash.checked));
  close.addEventListener('click', () => dialog.close());
  // In a search field Esc would only empty it, and what was typed should stay.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    dialog.close();
  });
  // A link to a place on this very page loads nothing: the dialog would stay before it.
  dialog.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, box };
}
