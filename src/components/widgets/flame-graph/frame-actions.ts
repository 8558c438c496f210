import { allNodes, formatFullPath, libraryOfFrame, pathOf } from '../../../lib/flame/index.ts';
import type { Transform } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { RareWords } from './rare-words.ts';

/** What can be done with a frame. */
export interface FrameActions {
  zoomTo(row: number): void;
  showSandwich(name: string): void;
  addTransform(step: Transform): void;
  search(query: string): void;
  copy(text: string): void;
  /** Absent where no address leads to the graph. */
  copyLink?(row: number): void;
}

type Action = readonly [key: string, act: () => void];

/** The list of what can be done with a frame, each with its name in other profilers. */
export function buildFrameActions(
  words: RareWords,
  label: string,
  view: FlameGraphView,
  row: number,
  actions: FrameActions,
): HTMLElement {
  const list = build('ul', { class: 'flame-actions', 'aria-label': label });
  for (const [key, act] of actionsFor(view, row, actions)) {
    const [name, note] = words.action[key] ?? [key, ''];
    const button = build('button', { type: 'button' }, build('span', {}, name));
    if (note !== '') button.append(build('small', {}, note));
    button.addEventListener('click', act);
    list.append(build('li', {}, button));
  }
  return list;
}

function actionsFor(view: FlameGraphView, row: number, actions: FrameActions): Action[] {
  const { tree } = view;
  const { copyLink } = actions;
  const zoom: Action = ['zoom', () => actions.zoomTo(row)];
  if (row === allNodes) return [zoom];
  const name = tree.nameOf(row);
  const frame = tree.frame[row] ?? 0;
  const library = libraryOfFrame(name, tree.frames.details[frame]);
  const stack = tree.inverted ? pathOf(tree, row).reverse() : pathOf(tree, row);
  const step =
    (kind: Transform['kind'], what = name) =>
    () =>
      actions.addTransform({ kind, frame: what });
  const isRecursive = stack.indexOf(name) !== stack.lastIndexOf(name);
  return [
    zoom,
    ['sandwich', () => actions.showSandwich(name)],
    ['focus', step('focus')],
    ['hide', step('hide')],
    ...(library === '' ? [] : [['merge', step('merge', library)] as const]),
    ['drop', step('drop')],
    ...(isRecursive ? [['recursion', step('collapse-recursion')] as const] : []),
    ['searchName', () => actions.search(name)],
    ['copyName', () => actions.copy(name)],
    ['copyStack', () => actions.copy(formatFullPath(stack).slice(1))],
    ...(copyLink === undefined ? [] : [['copyLink', () => copyLink(row)] as const]),
  ];
}
