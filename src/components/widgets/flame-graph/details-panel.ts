import {
  describeHeld,
  factsOf,
  formatInterval,
  formatShare,
  formatWeight,
} from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';

/** The facts of one frame: of the one under the pointer, else of the one with the focus. */
export class DetailsPanel {
  readonly element: HTMLElement;
  readonly #words: FlameWords;
  readonly #locale: 'en' | 'zh';
  readonly #kindOf: (frame: number) => string;

  constructor(words: FlameWords, locale: 'en' | 'zh', kindOf: (frame: number) => string) {
    this.#words = words;
    this.#locale = locale;
    this.#kindOf = kindOf;
    this.element = build('div', {
      class: 'flame-details',
      role: 'group',
      'aria-label': words.details,
    });
    this.clear();
  }

  clear(): void {
    this.element.replaceChildren(build('p', { class: 'flame-hint' }, this.#words.nothingChosen));
  }

  /** Frames too thin to tell apart: how many, and what they weigh together. */
  showHeld({ tree }: FlameGraphView, held: number, weight: number): void {
    const text = describeHeld(held, weight, tree, this.#locale);
    this.element.replaceChildren(build('p', { class: 'flame-hint' }, text));
  }

  show(view: FlameGraphView, row: number): void {
    const words = this.#words;
    const facts = factsOf(view.tree, row, this.#locale);
    const share = (value: number) => formatShare(value, this.#locale);
    const weight = (value: number) => formatWeight(value, facts.unit, this.#locale);
    const list = build('dl', { class: 'flame-facts' });
    const add = (term: string, value: string, note?: string) => {
      const details = build('dd', {}, value);
      if (note !== undefined) details.append(' ', build('small', {}, note));
      list.append(build('div', {}, build('dt', {}, term), details));
    };
    add(words.self, weight(facts.self));
    add(words.total, weight(facts.total));
    const interval = facts.interval && formatInterval(facts.interval, this.#locale);
    add(words.share, share(facts.share), interval && `${words.interval} ${interval}`);
    if (row >= 0) {
      add(words.shareOfParent, share(facts.shareOfParent));
      const kind = this.#kindOf(view.tree.frame[row] ?? 0);
      add(words.kind, words.kinds[kind] ?? kind);
    }
    const place = placeOf(view, row);
    if (place !== '') add(words.place, place);
    const name = build('p', { class: 'flame-name', translate: 'no' }, facts.name);
    this.element.replaceChildren(name, list);
    if (facts.isNoise) this.element.append(build('p', { class: 'flame-hint' }, words.noise));
  }
}

function placeOf({ tree }: FlameGraphView, row: number): string {
  const detail = row < 0 ? undefined : tree.frames.details[tree.frame[row] ?? 0];
  if (detail === undefined) return '';
  const { file, line, library } = detail;
  const source = file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
  return [source, library ?? ''].filter((text) => text !== '').join(' · ');
}
