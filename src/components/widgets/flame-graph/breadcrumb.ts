import { allNodes, displayName } from '../../../lib/flame/graph.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import { isEverything } from './is-everything.ts';

// Deep stacks: the first and the last callers say more than the thirty between.
const mostCrumbs = 7;

/** The way from "all" to the frame that the graph is zoomed to; each step zooms back to it. */
export class Breadcrumb {
  readonly element: HTMLElement;
  readonly #words: FlameWords;

  constructor(words: FlameWords, zoomTo: (row: number) => void, signal: AbortSignal) {
    this.#words = words;
    this.element = build('div', {
      class: 'flame-crumbs',
      role: 'group',
      'aria-label': words.crumbs,
    });
    this.element.addEventListener(
      'click',
      (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        if (button !== null) zoomTo(Number(button.dataset['row']));
      },
      { signal },
    );
  }

  show(view: FlameGraphView): void {
    const { tree, root, sandwich } = view;
    const whole = sandwich === undefined ? this.#words.all : tree.nameOf(0);
    const rows: number[] = [];
    for (let row = root; !isEverything(view, row); row = tree.parent[row]!) rows.push(row);
    rows.push(allNodes);
    rows.reverse();
    const shown = rows.length <= mostCrumbs ? rows : [...rows.slice(0, 2), ...rows.slice(-4)];
    const list = build('ol');
    shown.forEach((row, i) => {
      if (i === 2 && shown.length < rows.length) {
        list.append(build('li', { class: 'flame-gap' }, `… ${rows.length - shown.length} …`));
      }
      const name = row === allNodes ? whole : tree.nameOf(row);
      const short = displayName(name, { level: 'shortest' });
      const attributes = { type: 'button', 'data-row': row, title: name, translate: 'no' };
      const crumb = build('button', attributes, short);
      if (i === shown.length - 1) crumb.setAttribute('aria-current', 'location');
      list.append(build('li', {}, crumb));
    });
    const hadFocus = this.element.contains(document.activeElement);
    this.element.replaceChildren(list);
    // The step that was pressed is the last one now.
    if (hadFocus) list.querySelector<HTMLElement>('[aria-current]')?.focus();
  }
}
