import { build } from './build-element.ts';
import type { RareWords } from './rare-words.ts';

/** The list of keys, as a dialog that Esc closes. */
export function buildKeysDialog(
  words: RareWords,
  rootOnTop: boolean,
  picking: boolean,
): HTMLDialogElement {
  const list = build('dl', { class: 'flame-keys' });
  const [inwards, outwards] = rootOnTop ? ['↓', '↑'] : ['↑', '↓'];
  for (const [keys, meaning] of words.keys.list(inwards, outwards)) {
    list.append(
      build('div', {}, build('dt', {}, build('kbd', {}, keys)), build('dd', {}, meaning)),
    );
  }
  const close = build('button', { type: 'button', class: 'flame-button' }, words.close);
  const title = build('h2', {}, words.keys.title);
  const dialog = build('dialog', { class: 'flame-dialog', 'aria-label': words.keys.title });
  dialog.append(title, list);
  if (picking) dialog.append(build('p', {}, words.keys.picking));
  dialog.append(close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  return dialog;
}
