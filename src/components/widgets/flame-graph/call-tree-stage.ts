import {
  allNodes,
  childrenOf,
  displayName,
  factsOf,
  formatInterval,
  formatShare,
  formatWeight,
  heaviestChild,
  isLeaf,
} from '../../../lib/flame/graph.ts';
import type { CallTree } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { bar } from './functions-stage.ts';
import { keepFromGraph } from './keep-from-graph.ts';
import { bringLineIntoSight } from './line-in-sight.ts';
import { isKeyOfGraph, isTyped } from './table-keys.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
import { rareWords } from './rare-words.ts';

const mostChildren = 50;
const mostLines = 1000;
/** More lines at once would hold the page up. */
const pageSize = 100;
/** The way that opens by itself: callees that keep most of their caller's weight. */
const hotShare = 0.5;

/** One line, with its place in its family. */
interface Line {
  readonly row: number;
  readonly position: number;
  readonly siblings: number;
}

/** What a large family has beside its heaviest frames. */
interface Rest {
  readonly caller: number;
  readonly lighter: readonly number[];
}

/** A call tree as a treegrid: the callees of a line are opened and closed, the heaviest first. */
export class CallTreeStage implements Stage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  readonly #frame = build('div', { class: 'flame-grid-frame' });
  readonly #open = new Set<number>();
  /** By caller, how many of its callees are listed, where the reader asked for more than the usual. */
  readonly #listed = new Map<number, number>();
  #view: FlameGraphView | undefined;
  #focused = 0;
  #shown = pageSize;

  constructor(element: HTMLElement, options: StageOptions) {
    this.element = element;
    this.#options = options;
    element.replaceChildren(this.#frame);
    element.classList.add('has-grid');
    element.scrollTop = 0; // where a picture was scrolled to means nothing in a table
    keepFromGraph(this.#frame);
    this.#frame.addEventListener('keydown', (event) => this.#onKey(event));
    this.#frame.addEventListener('click', (event) => this.#onClick(event));
  }

  get focusedRow(): number {
    return this.#focused;
  }

  show(view: FlameGraphView, _moving = false, inSight?: number): void {
    if (this.#view?.tree !== view.tree) {
      this.#openHotPath(view.tree);
      this.#listed.clear();
      this.#focused = Math.max(view.selected ?? 0, 0);
    }
    this.#view = view;
    if (view.selected !== undefined) this.#openWayTo(view.tree, view.selected);
    const hadFocus = this.#frame.contains(document.activeElement);
    this.#draw();
    if (hadFocus) this.#lineOf(this.#focused)?.focus();
    if (inSight !== undefined) bringLineIntoSight(this.element, this.#lineOf(inSight));
  }

  focusRow(row: number, byPointer = false): void {
    if (this.#view === undefined || row < 0) return;
    this.#focused = row;
    // A line that was put anew between press and click would not be clicked.
    if (byPointer) return;
    this.#openWayTo(this.#view.tree, row);
    this.#draw();
    this.#lineOf(row)?.focus();
  }

  hitOf(event: Event): Hit | undefined {
    // Keys that move among the lines are read here, not by the graph.
    if (event instanceof KeyboardEvent && !isKeyOfGraph(event) && !isTyped(event)) return undefined;
    const line = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (line === null || isTwisty(event.target)) return undefined;
    return { kind: 'frame', row: Number(line.getAttribute('data-row')) };
  }

  dispose(): void {
    this.element.classList.remove('has-grid');
    this.#frame.remove();
  }

  #openHotPath(tree: CallTree): void {
    this.#open.clear();
    const totalOf = (child: number) => tree.total[child] ?? 0;
    let row = heaviestChild(tree, totalOf, allNodes);
    while (row !== undefined) {
      this.#open.add(row);
      const next: number | undefined = heaviestChild(tree, totalOf, row);
      if (next === undefined || totalOf(next) < hotShare * totalOf(row)) return;
      row = next;
    }
  }

  #openWayTo({ parent }: CallTree, row: number): void {
    for (
      let above = parent[row] ?? allNodes;
      above !== allNodes;
      above = parent[above] ?? allNodes
    ) {
      this.#open.add(above);
    }
  }

  #draw(): void {
    const view = this.#view;
    if (view === undefined) return;
    const { words, locale } = this.#options;
    const heads = [words.frame, words.total, words.share, words.self];
    if (view.tree.unit === 'samples') heads.push(words.interval);
    const cells = heads.map((name) => build('th', { role: 'columnheader', scope: 'col' }, name));
    const { lines: all, isCut } = this.#collect(view, allNodes);
    // The line with the focus and the selected one are there in any case.
    const reach = all.findLastIndex((line) => 'row' in line && this.#isWanted(view, line.row)) + 1;
    this.#shown = Math.max(this.#shown, reach);
    const lines = all
      .slice(0, this.#shown)
      .map((line) => ('row' in line ? this.#line(view, line) : this.#rest(view, line)));
    const table = build(
      'table',
      { class: 'flame-grid', role: 'treegrid', 'aria-label': rareWords(locale).views['call-tree'] },
      build('thead', { role: 'rowgroup' }, build('tr', { role: 'row' }, ...cells)),
      build('tbody', { role: 'rowgroup' }, ...lines),
    );
    const left = all.length - lines.length;
    const { onlyLines } = rareWords(locale);
    const count = new Intl.NumberFormat(locale).format(mostLines);
    const isEnd = isCut && left === 0;
    const note = isEnd ? [build('p', { class: 'flame-hint' }, onlyLines(count))] : [];
    this.#frame.replaceChildren(table, ...this.#more(left), ...note);
    if (this.#lineOf(this.#focused) === null) {
      this.#frame.querySelector('tr[data-row]')?.setAttribute('tabindex', '0');
    }
  }

  /** Shows the lines that are left, some at a time. */
  #more(left: number): HTMLElement[] {
    if (left <= 0) return [];
    const count = new Intl.NumberFormat(this.#options.locale).format(Math.min(left, pageSize));
    const text = rareWords(this.#options.locale).more(count);
    const button = build('button', { type: 'button', class: 'flame-button' }, text);
    button.addEventListener('click', () => {
      const first = this.#shown;
      this.#shown += pageSize;
      this.#draw();
      const line = this.#frame.querySelectorAll<HTMLElement>('tr[data-row]')[first];
      if (line !== undefined) this.#focusLine(line);
    });
    return [button];
  }

  #focusLine(line: HTMLElement): void {
    this.#frame.querySelector('tr[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.#focused = Number(line.getAttribute('data-row'));
    line.setAttribute('tabindex', '0');
    line.focus();
  }

  /** Lines below a row, as far as they are open; iterative, since stacks can be very deep. */
  #collect(view: FlameGraphView, from: number): { lines: (Line | Rest)[]; isCut: boolean } {
    const lines: (Line | Rest)[] = [];
    const waiting = this.#familyOf(view, from).reverse();
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      if (lines.push(line) === mostLines) break;
      if ('row' in line && this.#open.has(line.row)) {
        waiting.push(...this.#familyOf(view, line.row).reverse());
      }
    }
    return { lines, isCut: waiting.length > 0 };
  }

  #isWanted({ selected }: FlameGraphView, row: number): boolean {
    return row === selected || row === this.#focused;
  }

  /** The callees of a row, as many of the heaviest as are listed, and those that the reader is at. */
  #familyOf(view: FlameGraphView, caller: number): (Line | Rest)[] {
    const { tree } = view;
    const rows = [...childrenOf(tree, caller)];
    const heaviest = rows.sort((a, b) => (tree.total[b] ?? 0) - (tree.total[a] ?? 0));
    const reach = heaviest.findLastIndex((row) => this.#open.has(row) || this.#isWanted(view, row));
    const most = Math.max(this.#listed.get(caller) ?? mostChildren, reach + 1);
    const lines = heaviest
      .slice(0, most)
      .map((row, i) => ({ row, position: i + 1, siblings: rows.length }));
    return rows.length > most ? [...lines, { caller, lighter: heaviest.slice(most) }] : lines;
  }

  /** Says how many more callees there are and what they weigh, and lists some of them when it is asked to. */
  #rest({ tree }: FlameGraphView, { caller, lighter }: Rest): HTMLElement {
    const { locale } = this.#options;
    const words = rareWords(locale);
    const number = new Intl.NumberFormat(locale);
    let weight = 0;
    for (const row of lighter) weight += tree.total[row] ?? 0;
    const said = words.lighter(
      number.format(lighter.length),
      formatWeight(weight, tree.unit, locale),
    );
    const more = words.more(number.format(Math.min(lighter.length, mostChildren)));
    const button = build('button', { type: 'button', class: 'flame-button' }, more);
    button.addEventListener('click', () => {
      const [first = caller] = lighter;
      const listed = [...childrenOf(tree, caller)].length - lighter.length;
      this.#listed.set(caller, listed + mostChildren);
      this.#shown += mostChildren;
      this.#focused = first;
      this.#draw();
      this.#lineOf(first)?.focus();
    });
    const cell = build('td', { role: 'gridcell', colspan: 5 }, build('p', {}, said, ' ', button));
    cell.style.setProperty('--depth', String(Math.min((tree.depth[caller] ?? -1) + 1, 30)));
    return build('tr', { role: 'row', class: 'flame-rest' }, cell);
  }

  #line(view: FlameGraphView, { row, position, siblings }: Line): HTMLElement {
    const { locale } = this.#options;
    const facts = factsOf(view.tree, row, locale);
    const depth = view.tree.depth[row] ?? 0;
    const isOpen = this.#open.has(row);
    const hasChildren = !isLeaf(view.tree, row);
    const line = build('tr', {
      role: 'row',
      'data-row': row,
      'aria-level': depth + 1,
      'aria-setsize': siblings,
      'aria-posinset': position,
      'aria-expanded': hasChildren ? String(isOpen) : undefined,
      'aria-selected': String(view.selected === row),
      tabindex: row === this.#focused ? 0 : -1,
      class: view.isMatched(row) ? 'matched' : undefined,
    });
    const twisty = build('span', { class: 'flame-twisty', 'aria-hidden': 'true' });
    const name = build('th', { role: 'rowheader', scope: 'row', translate: 'no' });
    name.classList.toggle('leaf', !hasChildren);
    name.style.setProperty('--depth', String(Math.min(depth, 30)));
    const words = nameOfLine(facts.name);
    name.append(build('span', { class: 'flame-branch' }, ...(hasChildren ? [twisty] : []), words));
    const cell = (text: string, ...more: HTMLElement[]) =>
      build('td', { role: 'gridcell' }, text, ...more);
    line.append(
      name,
      cell(formatWeight(facts.total, facts.unit, locale)),
      cell(formatShare(facts.share, locale), bar(facts.share)),
      cell(formatWeight(facts.self, facts.unit, locale)),
      ...(facts.interval === undefined ? [] : [cell(formatInterval(facts.interval, locale))]),
    );
    return line;
  }

  #lineOf(row: number): HTMLElement | null {
    return this.#frame.querySelector(`tr[data-row="${row}"]`);
  }

  #onClick(event: Event): void {
    const line = event.target instanceof Element ? event.target.closest('tr[data-row]') : null;
    if (line === null || !isTwisty(event.target)) return;
    this.#toggle(Number(line.getAttribute('data-row')));
  }

  #toggle(row: number, open = !this.#open.has(row)): void {
    if (open) this.#open.add(row);
    else this.#open.delete(row);
    this.#focused = row;
    this.#draw();
    this.#lineOf(row)?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const line = event.target instanceof Element ? event.target.closest('tr[data-row]') : null;
    const tree = this.#view?.tree;
    if (line === null || tree === undefined || event.ctrlKey || event.metaKey) return;
    const row = Number(line.getAttribute('data-row'));
    const next = this.#rowForKey(event.key, line, row, tree);
    if (next === undefined) return;
    event.preventDefault();
    if (typeof next === 'function') next();
    else if (next !== null) this.focusRow(Number(next.getAttribute('data-row')));
  }

  #rowForKey(
    key: string,
    line: Element,
    row: number,
    tree: CallTree,
  ): Element | null | (() => void) | undefined {
    const isOpen = this.#open.has(row);
    switch (key) {
      case 'ArrowDown':
        return lineBeside(line, 'nextElementSibling');
      case 'ArrowUp':
        return lineBeside(line, 'previousElementSibling');
      case 'ArrowRight':
        if (isLeaf(tree, row)) return null;
        return isOpen ? lineBeside(line, 'nextElementSibling') : () => this.#toggle(row, true);
      case 'ArrowLeft':
        return isOpen ? () => this.#toggle(row, false) : this.#lineOf(tree.parent[row] ?? -1);
      case '+':
      case '-':
        return () => this.#toggle(row, key === '+');
      case 'Home':
        return this.#frame.querySelector('tr[data-row]');
      case 'End':
        return [...this.#frame.querySelectorAll('tr[data-row]')].at(-1) ?? null;
      case 'Enter':
      case ' ':
        return () => this.#options.choose(row);
      default:
        return undefined;
    }
  }
}

/** Lines that are no frames are passed over: their buttons are reached with Tab. */
function lineBeside(
  line: Element,
  step: 'nextElementSibling' | 'previousElementSibling',
): Element | null {
  let beside = line[step];
  while (beside !== null && !beside.hasAttribute('data-row')) beside = beside[step];
  return beside;
}

/** Where there is little room, the name is shortened as in the picture; the details have all of it. */
function nameOfLine(name: string): HTMLElement {
  const short = displayName(name, { level: 'shortest' });
  if (short === name) return build('span', {}, name);
  return build(
    'span',
    {},
    build('span', { class: 'flame-full' }, name),
    build('span', { class: 'flame-short' }, short),
  );
}

function isTwisty(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('flame-twisty');
}
