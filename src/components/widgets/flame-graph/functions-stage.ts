import { findNode, formatInterval, formatShare, formatWeight } from '../../../lib/flame/graph.ts';
import { intervalOf } from '../../../lib/flame/index.ts';
import type { FunctionTotal, Profile } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { functionsOf } from './functions-view.ts';
import { beginsWith, TypedName } from './find-typed.ts';
import { keepFromGraph } from './keep-from-graph.ts';
import { bringLineIntoSight } from './line-in-sight.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
import { rareWords } from './rare-words.ts';
import { isKeyOfGraph, isTyped } from './table-keys.ts';

type Column = 'name' | 'self' | 'total';

const pageSize = 100;

/** The functions of a profile as a table that sorts: self, total, and what they may really be. */
export class FunctionsStage implements Stage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  readonly #frame = build('div', { class: 'flame-grid-frame' });
  #view: FlameGraphView | undefined;
  #profile: Profile | undefined;
  #sort: Column = 'self';
  #shown = pageSize;
  /** The function that Tab leads to: it has, or last had, the focus. */
  #tabStop: string | undefined;
  readonly #typed = new TypedName();

  constructor(element: HTMLElement, options: StageOptions) {
    this.element = element;
    this.#options = options;
    element.replaceChildren(this.#frame);
    element.classList.add('has-grid');
    element.scrollTop = 0; // where a picture was scrolled to means nothing in a table
    this.#frame.addEventListener('click', (event) => this.#onClick(event));
    keepFromGraph(this.#frame);
    this.#frame.addEventListener('focusin', () => this.#keepTabStop());
    this.#frame.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get focusedRow(): number {
    return this.#view?.selected ?? -1;
  }

  show(view: FlameGraphView, _moving = false, inSight?: number): void {
    this.#view = view;
    if (this.#profile !== view.profile) this.#shown = pageSize;
    this.#profile = view.profile;
    const focused = this.#nameWithFocus;
    this.#draw(functionsOf(view).totals, view);
    if (focused !== undefined) this.#focusName(focused);
    if (inSight !== undefined) {
      bringLineIntoSight(this.element, this.#frame.querySelector('tr.selected'));
    }
  }

  focusRow(row: number): void {
    const name = row < 0 ? undefined : this.#view?.tree.nameOf(row);
    if (name !== undefined) this.#focusName(name);
  }

  hitOf(event: Event): Hit | undefined {
    const line = event.target instanceof Element ? event.target.closest('tr[data-name]') : null;
    const name = line?.getAttribute('data-name');
    if (name == null || this.#view === undefined) return undefined;
    if (event instanceof KeyboardEvent && !isKeyOfGraph(event)) return undefined;
    const row = findNode(this.#view.tree, `"${name.replaceAll('"', '\\"')}"`);
    return row === undefined ? undefined : { kind: 'frame', row };
  }

  dispose(): void {
    this.element.classList.remove('has-grid');
    this.#frame.remove();
  }

  #draw(totals: readonly FunctionTotal[], view: FlameGraphView): void {
    const { words, locale } = this.#options;
    const sorted = this.#sorted(totals).filter(({ name }) => isWanted(name, view));
    const selected = view.selected === undefined ? undefined : view.tree.nameOf(view.selected);
    // The selected function is there in any case.
    this.#shown = Math.max(this.#shown, sorted.findIndex(({ name }) => name === selected) + 1);
    const lines = sorted
      .slice(0, this.#shown)
      .map((each) => this.#line(each, view, each.name === selected));
    const columns: readonly (readonly [Column, string])[] = [
      ['name', words.frame],
      ['self', words.self],
      ['total', words.total],
    ];
    const heads = columns.map(([column, name]) => {
      const button = build('button', { type: 'button', 'data-sort': column }, name);
      const sort = column === 'name' ? 'ascending' : 'descending';
      const attributes = { scope: 'col', 'aria-sort': column === this.#sort ? sort : undefined };
      return build('th', attributes, button);
    });
    if (view.profile.unit === 'samples') {
      heads.push(build('th', { scope: 'col' }, rareWords(locale).intervalOfTotal));
    }
    const table = build(
      'table',
      { class: 'flame-grid', 'aria-label': rareWords(locale).views['functions'] },
      build('thead', {}, build('tr', {}, ...heads)),
      build('tbody', {}, ...lines),
    );
    const left = sorted.length - lines.length;
    const count = new Intl.NumberFormat(locale).format(Math.min(left, pageSize));
    const more =
      left > 0
        ? [
            build(
              'button',
              { type: 'button', class: 'flame-button', 'data-more': true },
              rareWords(locale).more(count),
            ),
          ]
        : [];
    this.#frame.replaceChildren(table, ...more);
    this.#showTabStop(selected);
  }

  #line({ name, self, total }: FunctionTotal, view: FlameGraphView, isSelected: boolean) {
    const { locale } = this.#options;
    const { unit, totalWeight } = view.profile;
    const share = (weight: number) => (totalWeight === 0 ? 0 : weight / totalWeight);
    const cell = (weight: number) =>
      build(
        'td',
        {},
        `${formatWeight(weight, unit, locale)}${rareWords(locale).between}${formatShare(share(weight), locale)}`,
        bar(share(weight)),
      );
    const interval = intervalOf(total, totalWeight, unit);
    const attributes = { type: 'button', tabindex: -1, 'aria-pressed': String(isSelected) };
    const button = build('button', attributes, name);
    return build(
      'tr',
      { 'data-name': name, class: isSelected ? 'selected' : undefined },
      build('th', { scope: 'row', translate: 'no' }, button),
      cell(self),
      cell(total),
      ...(interval === undefined ? [] : [build('td', {}, formatInterval(interval, locale))]),
    );
  }

  #sorted(totals: readonly FunctionTotal[]): FunctionTotal[] {
    const column = this.#sort;
    if (column === 'name') return [...totals].sort((a, b) => (a.name < b.name ? -1 : 1));
    return [...totals].sort((a, b) => b[column] - a[column]);
  }

  get #buttons(): HTMLElement[] {
    return [...this.#frame.querySelectorAll<HTMLElement>('tbody button')];
  }

  get #nameWithFocus(): string | undefined {
    const { activeElement } = document;
    if (activeElement === null || !this.#frame.contains(activeElement)) return undefined;
    return activeElement.closest('tr')?.dataset['name'];
  }

  /** Tab leads to one line of the table; the arrow keys go on from there. */
  #showTabStop(selected: string | undefined): void {
    const buttons = this.#buttons;
    const named = (name: string | undefined) =>
      buttons.find(({ textContent }) => textContent === name);
    const stop = named(this.#tabStop) ?? named(selected) ?? buttons[0];
    stop?.setAttribute('tabindex', '0');
  }

  #keepTabStop(): void {
    const name = this.#nameWithFocus;
    if (name === undefined) return; // a heading, or the button for more lines
    this.#tabStop = name;
    this.#frame.querySelector('tbody button[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.#showTabStop(undefined);
  }

  #focusName(name: string): void {
    this.#buttons.find((button) => button.textContent === name)?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button === event.target);
    if (at < 0) return;
    const to = isTyped(event) ? this.#typedTo(buttons, at, event) : placeForKey(event, at, buttons);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  /** The next line whose name begins with the letters typed without a pause. */
  #typedTo(buttons: readonly HTMLElement[], at: number, event: KeyboardEvent): number | undefined {
    const text = this.#typed.add(event.key.toLowerCase(), event.timeStamp);
    for (let step = text.length > 1 ? 0 : 1; step <= buttons.length; step++) {
      const place = (at + step) % buttons.length;
      if (beginsWith(buttons[place]?.textContent ?? '', text)) return place;
    }
    return undefined;
  }

  #onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const sort = button?.dataset['sort'];
    if (button?.dataset['more'] !== undefined) this.#shown += pageSize;
    else if (sort === 'name' || sort === 'self' || sort === 'total') this.#sort = sort;
    else return;
    const listed = this.#buttons.length;
    if (this.#view !== undefined) this.show(this.#view);
    // The button that was pressed is gone, or another one: the focus goes to the first of the new lines, or to its heading.
    const heading = this.#frame.querySelector<HTMLElement>(`[data-sort="${sort}"]`);
    (sort === undefined ? this.#buttons[listed] : heading)?.focus();
  }
}

function placeForKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  at: number,
  { length }: readonly HTMLElement[],
): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}

/** While something is searched, only what matches is listed. */
function isWanted(name: string, { state, search }: FlameGraphView): boolean {
  if (search === undefined || search.error !== undefined) return true;
  const pattern = /^\/(.+)\/(i?)$/s.exec(state.search.trim());
  if (pattern === null) return name.toLowerCase().includes(state.search.toLowerCase());
  return new RegExp(pattern[1] ?? '', pattern[2]).test(name);
}

/** The share as a length, beside the number that says it. */
export function bar(share: number): HTMLElement {
  const length = build('span');
  length.style.inlineSize = `${Math.max(Math.min(share, 1), 0) * 100}%`;
  return build('span', { class: 'flame-bar', 'aria-hidden': 'true' }, length);
}
