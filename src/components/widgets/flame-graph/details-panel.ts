import type { Locale } from '../../../lib/i18n/index.ts';
import {
  allNodes,
  describeHeld,
  factsOf,
  formatInterval,
  formatShare,
  formatWeight,
} from '../../../lib/flame/graph.ts';
import { build } from './build-element.ts';
import type { RowSayings } from './built-tree.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';

/** The facts of one frame: of the one under the pointer, else of the one with the focus. */
export class DetailsPanel {
  readonly element: HTMLElement;
  readonly #words: FlameWords;
  readonly #locale: Locale;
  readonly #openActions: (row: number) => Promise<HTMLElement>;
  #shown: { view: FlameGraphView; row: number } | undefined;

  constructor(
    words: FlameWords,
    locale: Locale,
    openActions: (row: number) => Promise<HTMLElement>,
  ) {
    this.#words = words;
    this.#locale = locale;
    this.#openActions = openActions;
    this.element = build('div', {
      class: 'flame-details',
      role: 'group',
      'aria-label': words.details,
    });
    this.clear();
  }

  clear(): void {
    this.#shown = undefined;
    this.element.replaceChildren(hint(this.#words.nothingChosen));
  }

  /** Frames too thin to tell apart: how many, and what they weigh together. */
  showHeld({ layout }: FlameGraphView, held: number, weight: number): void {
    this.clear();
    const text = describeHeld(held, weight / layout.extent, this.#locale);
    this.element.replaceChildren(hint(text));
  }

  show(view: FlameGraphView, row: number): void {
    const before = this.#shown;
    this.#shown = { view, row };
    if (before?.row === row && this.#saysTheSame(before.view, view)) return;
    const name = row === allNodes ? this.#words.all : view.tree.nameOf(row);
    const head = build('div', { class: 'flame-head' });
    head.append(build('p', { class: 'flame-name', translate: 'no' }, name));
    if (row !== allNodes) head.append(this.#actionsButton(row));
    const list = new FactList();
    const { said } = view;
    const notes =
      said === undefined ? this.#addFacts(list, view, row) : this.#addSaid(list, view, said, row);
    if (row !== allNodes) this.#addOrigin(list, view, row);
    this.element.replaceChildren(head, list.element, ...notes.map(hint));
  }

  /** A zoom, a selection or a search changes nothing that is said here; what a list of actions can do it may change. */
  #saysTheSame(before: FlameGraphView, { tree, said, state }: FlameGraphView): boolean {
    const isSame = before.tree === tree && before.said === said && before.state.diff === state.diff;
    return isSame && !this.element.querySelector('.flame-actions');
  }

  #actionsButton(row: number): HTMLElement {
    const name = this.#words.actions;
    const attributes = {
      type: 'button',
      'aria-expanded': 'false',
      'aria-label': name,
      title: name,
    };
    const button = build('button', { ...attributes, class: 'flame-button flame-icon-more' });
    let list: HTMLElement | undefined;
    button.addEventListener('click', () => {
      void (async () => {
        list ??= await this.#openActions(row);
        if (!list.isConnected) this.element.append(list);
        else list.remove();
        button.setAttribute('aria-expanded', String(list.isConnected));
      })();
    });
    return button;
  }

  /** @returns what else is to be said */
  #addFacts(list: FactList, view: FlameGraphView, row: number): readonly string[] {
    const words = this.#words;
    const facts = factsOf(view.tree, row, this.#locale);
    const share = (value: number) => formatShare(value, this.#locale);
    const weight = (value: number) => formatWeight(value, facts.unit, this.#locale);
    list.add(words.self, weight(facts.self));
    list.add(words.total, weight(facts.total));
    const interval = facts.interval && formatInterval(facts.interval, this.#locale);
    // In a sandwich the whole is what passes through its function.
    const ofWhat = view.sandwich === undefined ? words.share : words.shareOfFunction;
    list.add(ofWhat, share(facts.share), interval && `${words.interval} ${interval}`);
    if (row === allNodes) return [];
    const isCaller = view.tree.inverted || row > (view.sandwich?.callersRoot ?? Infinity);
    list.add(isCaller ? words.shareOfCallee : words.shareOfParent, share(facts.shareOfParent));
    return facts.isNoise ? [words.noise] : [];
  }

  #addSaid(
    list: FactList,
    { state }: FlameGraphView,
    said: RowSayings,
    row: number,
  ): readonly string[] {
    const { facts, notes } = said.factsOf(row, state.diff.measure, this.#locale, this.#words);
    for (const fact of facts) list.add(...fact);
    return notes;
  }

  /** Of a comparison the kinds may not be known: it has colours of its own. */
  #addOrigin(list: FactList, view: FlameGraphView, row: number): void {
    const { kind, kinds, place } = this.#words;
    const key = view.kindOf(row);
    if (view.comparison === undefined) list.add(kind, kinds[key] ?? key);
    const where = placeOf(view, row);
    if (where !== '') list.add(place, where);
  }
}

function hint(text: string): HTMLElement {
  return build('p', { class: 'flame-hint' }, text);
}

class FactList {
  readonly element = build('dl', { class: 'flame-facts' });

  add(term: string, value: string, note?: string | undefined): void {
    const details = build('dd', {}, value);
    if (note !== undefined) details.append(' ', build('small', {}, note));
    this.element.append(build('div', {}, build('dt', {}, term), details));
  }
}

function placeOf({ tree }: FlameGraphView, row: number): string {
  const { file, line, library } = tree.frames.details[tree.frame[row] ?? 0] ?? {};
  const source = file && line !== undefined ? `${file}:${line}` : file;
  return [source, library].filter(Boolean).join(' · ');
}
