import {
  allNodes,
  childrenOf,
  describeFrame,
  factsOf,
  isLeaf,
  siblingPlaces,
} from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isInSight } from './tree-keys.ts';

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
  readonly #items = new Map<number, HTMLElement>();
  readonly #locale: 'en' | 'zh';

  constructor(locale: 'en' | 'zh', describedBy: string) {
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
    const wanted = new Set(rows);
    for (const [row, item] of this.#items) {
      if (wanted.has(row)) continue;
      item.remove();
      this.#items.delete(row);
    }
    let before: Element | null = this.element.firstElementChild;
    for (const row of rows) {
      const known = this.#items.get(row);
      const item =
        known ?? build('div', { class: 'flame-item', role: 'treeitem', 'data-row': row });
      this.#describe(item, view, row, row === focused, placeAmong(row));
      move(item, placeOf(row));
      if (known === undefined) {
        this.#items.set(row, item);
        this.element.insertBefore(item, before);
      } else before = item.nextElementSibling;
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
    // What a frame weighs does not change while its tree is shown: said once.
    if (item.firstChild === null) {
      item.textContent = describeFrame(factsOf(view.tree, row, this.#locale), this.#locale);
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

/** The rows that the arrow keys reach from here, and the way to the root; in sight only. */
function familyOf(view: FlameGraphView, row: number): number[] {
  const rows = [row];
  const { parent } = view.tree;
  for (let above = row; above !== allNodes; above = parent[above] ?? allNodes) rows.push(above);
  rows.push(allNodes);
  const siblings = row === allNodes ? [] : [...childrenOf(view.layout, parent[row] ?? allNodes)];
  const at = siblings.indexOf(row);
  rows.push(...siblings.slice(Math.max(at - mostOfFamily / 2, 0), at + mostOfFamily / 2));
  const callees = [...childrenOf(view.layout, row)];
  const width = (child: number) => view.layout.width[child] ?? 0;
  rows.push(...callees.sort((a, b) => width(b) - width(a)).slice(0, mostOfFamily));
  return rows.filter((each) => isInSight(view, each));
}

/** By CSSOM, which the site's policy allows; a `style` attribute it would not. */
function move(item: HTMLElement, { x, y, width, height }: Place): void {
  item.style.translate = `${x}px ${y}px`;
  item.style.inlineSize = `${Math.max(width, 2)}px`;
  item.style.blockSize = `${height}px`;
}
