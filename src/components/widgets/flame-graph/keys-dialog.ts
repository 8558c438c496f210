import type { ViewKind } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { RareWords } from './rare-words.ts';

/** The list of keys, as a dialog that Esc closes. */
export function buildKeysDialog(
  words: RareWords,
  { view, rootOnTop }: FlameGraphView,
  picking: boolean,
): HTMLDialogElement {
  const list = build('dl', { class: 'flame-keys' });
  for (const [keys, meaning] of keysOf(view, rootOnTop, words)) {
    list.append(
      build('div', {}, build('dt', {}, build('kbd', {}, keys)), build('dd', {}, meaning)),
    );
  }
  const close = build('button', { type: 'button', class: 'flame-button' }, words.close);
  const title = build('h2', {}, words.keys.title);
  const dialog = build('dialog', { class: 'flame-dialog', 'aria-label': words.keys.title });
  dialog.append(title, list);
  if (picking && view !== 'call-tree' && view !== 'functions')
    dialog.append(build('p', {}, words.keys.picking));
  dialog.append(close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  return dialog;
}

function keysOf(view: ViewKind, rootOnTop: boolean, { keys }: RareWords) {
  if (view === 'call-tree') return [...keys.callTree, ...keys.everywhere];
  if (view === 'functions') return [...keys.functions, ...keys.everywhere];
  const [inwards, outwards] = rootOnTop ? ['↓', '↑'] : ['↑', '↓'];
  return [...keys.picture(inwards, outwards), ...keys.everywhere];
}
