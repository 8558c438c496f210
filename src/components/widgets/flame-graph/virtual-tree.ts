import type { Locale } from '../../../lib/i18n/index.ts';
import { siblingPlaces } from '../../../lib/flame/canvas.ts';
import {
  allNodes,
  childrenOf,
  isLeaf,
  nextSibling,
  previousSibling,
} from '../../../lib/flame/graph.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isInSight, shownRow } from './tree-keys.ts';

/** Where a row is drawn, in CSS pixels of the picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const mostOfFamily = 30;

/**
 * The tree that a screen reader and the keyboard meet where the picture is a canvas: one element
 * for each frame wide enough to be named in the picture, and for the family of the frame that has
 * the focus (its callers, the frames beside it, its callees). Each lies over its box.
 */
export class VirtualTree {
  readonly element: HTMLElement;
  #items = new Map<number, HTMLElement>();
  /** Which change of a comparison the elements tell. */
  #measure = '';
  readonly #locale: Locale;

  constructor(locale: Locale, describedBy: string) {
    this.#locale = locale;
    this.element = build('div', {
      class: 'flame-tree',
      role: 'tree',
      'aria-orientation': 'horizontal',
      'aria-describedby': describedBy,
    });
  }

  /** Brings the elements in step with the picture; rows without a place are left out. */
  show(
    view: FlameGraphView,
    wide: readonly number[],
    focused: number,
    label: string,
    placeOf: (row: number) => Place,
  ): void {
    this.element.setAttribute('aria-label', label);
    const rows = [...new Set([...wide, ...familyOf(view, focused)])].sort((a, b) => a - b);
    const placeAmong = siblingPlaces(view.layout);
    const { measure } = view.state.diff;
    const isNews = measure !== this.#measure;
    this.#measure = measure;
    const items = rows.map((row) => {
      const known = this.#items.get(row);
      const item =
        known ?? build('div', { class: 'flame-item', role: 'treeitem', 'data-row': row });
      if (isNews) item.removeAttribute('aria-label');
      this.#describe(item, view, row, row === focused, placeAmong(row));
      move(item, placeOf(row));
      return item;
    });
    this.#items = new Map(rows.map((row, i) => [row, items[i] ?? this.element]));
    this.#putIn(items);
  }

  /** All at once, unless the focus is among them: an element that is moved loses it. */
  #putIn(items: readonly HTMLElement[]): void {
    if (!this.element.contains(document.activeElement))
      return this.element.replaceChildren(...items);
    const wanted = new Set<Element>(items);
    for (const old of [...this.element.children]) if (!wanted.has(old)) old.remove();
    let place = this.element.firstElementChild;
    for (const item of items) {
      if (item === place) place = place.nextElementSibling;
      else this.element.insertBefore(item, place);
    }
  }

  /** Forgets all rows: another tree is shown. */
  clear(): void {
    this.#items.clear();
    this.element.replaceChildren();
  }

  itemOf(row: number): HTMLElement | undefined {
    return this.#items.get(row);
  }

  #describe(
    item: HTMLElement,
    view: FlameGraphView,
    row: number,
    isTabStop: boolean,
    place: { position: number; siblings: number },
  ): void {
    const depth = row === allNodes ? view.layout.firstDepth : (view.layout.depth[row] ?? 0);
    // What a frame weighs does not change while its tree is shown, and the measure of a comparison: said once. It is no text of the
    // page, which would have to be set and laid out for every zoom though nobody can see it.
    if (!item.hasAttribute('aria-label')) {
      item.setAttribute('aria-label', view.titleOf(row, this.#locale));
    }
    item.setAttribute('aria-level', String(depth - view.layout.firstDepth + 1));
    item.setAttribute('aria-setsize', String(place.siblings));
    item.setAttribute('aria-posinset', String(place.position));
    item.setAttribute('aria-selected', String(view.selected === row));
    item.tabIndex = isTabStop ? 0 : -1;
    if (isLeaf(view.layout, row)) item.removeAttribute('aria-expanded');
    else item.setAttribute('aria-expanded', 'true');
  }
}

/**
 * The rows that the arrow keys reach from here, and the way to the root; in sight only, but for the row itself: it is
 * where Tab leads to, and has the focus, though the window may have been moved away from it.
 */
function familyOf(view: FlameGraphView, row: number): number[] {
  const rows = [row];
  const { parent } = view.tree;
  for (let above = row; above !== allNodes; above = parent[above] ?? allNodes) rows.push(above);
  rows.push(allNodes);
  rows.push(...besideOf(view, row), ...heaviestCallees(view, row));
  return rows
    .map((each) => shownRow(view, each))
    .filter((each) => each === row || isInSight(view, each));
}

/** Some frames to the left and right of a row; a family can be of a hundred thousand. */
function besideOf({ layout }: FlameGraphView, row: number): number[] {
  const rows: number[] = [];
  for (const step of [previousSibling, nextSibling]) {
    let beside = step(layout, row);
    for (let i = 0; beside !== undefined && i < mostOfFamily / 2; i++) {
      rows.push(beside);
      beside = step(layout, beside);
    }
  }
  return rows;
}

/** The heaviest callees, without sorting all of them. */
function heaviestCallees({ layout }: FlameGraphView, row: number): number[] {
  const heaviest: number[] = [];
  const width = (child: number | undefined) => layout.width[child ?? 0] ?? 0;
  for (const child of childrenOf(layout, row)) {
    if (heaviest.length === mostOfFamily && width(child) <= width(heaviest.at(-1))) continue;
    const at = heaviest.findIndex((other) => width(other) < width(child));
    heaviest.splice(at === -1 ? heaviest.length : at, 0, child);
    if (heaviest.length > mostOfFamily) heaviest.pop();
  }
  return heaviest;
}

/** By CSSOM, which the site's policy allows; a `style` attribute it would not. */
function move(item: HTMLElement, { x, y, width, height }: Place): void {
  item.style.translate = `${x}px ${y}px`;
  item.style.inlineSize = `${Math.max(width, 2)}px`;
  item.style.blockSize = `${height}px`;
}
