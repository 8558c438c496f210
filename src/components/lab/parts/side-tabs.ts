import { build } from '../../widgets/flame-graph/build-element.ts';
import { deskSides } from '../desk/desk-side.ts';
import type { DeskSide } from '../desk/desk-side.ts';
import type { LabWords } from '../load-words.ts';
import { moveAmong } from './profile-tabs.ts';

/** Chooses what is read of two profiles: what changed, or one of them by itself. */
export class SideTabs {
  readonly element: HTMLElement;
  readonly #tabs: readonly HTMLElement[];

  constructor(panel: string, words: LabWords, turn: (side: DeskSide) => void) {
    const { compare } = words;
    const names = { main: compare.changes, before: compare.before, after: compare.after };
    this.#tabs = deskSides.map((side) => {
      const attributes = { type: 'button', role: 'tab', class: 'lab-tab', 'data-side': side };
      const all = { ...attributes, id: sideTabId(side), 'aria-controls': panel };
      const tab = build('button', all, build('span', {}, names[side]));
      tab.addEventListener('click', () => turn(side));
      return tab;
    });
    const list = { class: 'lab-tabs lab-sides', role: 'tablist', 'aria-label': compare.sides };
    this.element = build('div', list, ...this.#tabs);
    this.element.addEventListener('keydown', (event) => moveAmong(this.#tabs, event));
    this.select('main');
  }

  select(side: DeskSide): void {
    for (const tab of this.#tabs) {
      const isChosen = tab.dataset['side'] === side;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
  }
}

export function sideTabId(side: DeskSide): string {
  return `lab-side-${side}`;
}
