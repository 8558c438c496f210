import { factsOf, findNode, formatShare } from '../../lib/flame/graph.ts';
import { searchFrames } from '../../lib/flame/search.ts';
import { buildCallTree } from '../../lib/flame/trees.ts';
import type { CallTree, FrameFacts, ViewState, WeightUnit } from '../../lib/flame/index.ts';
import type { FrameEventDetail, FrameSelectEvent } from '../widgets/flame-graph/frame-events.ts';
import { loadProfile } from '../widgets/flame-graph/profile-source.ts';
import { markReading, type ReadingKey, type ReadingMark } from './mark-reading.ts';

interface Words {
  readonly right: string;
  readonly wrong: string;
  readonly empty: string;
  readonly notNumber: string;
  readonly nothing: string;
  readonly done: string;
}

/**
 * The guide's table as an exercise: what the reader writes, or takes from the graph, is marked
 * against the profile, and kept over a reload of the page.
 */
export class GuideTableElement extends HTMLElement {
  static define(): void {
    if (customElements.get('guide-table') === undefined) {
      customElements.define('guide-table', GuideTableElement);
    }
  }

  #lifetime: AbortController | undefined;
  /** The last frame that the reader chose: "all" has no name that a view could hold. */
  #chosen: FrameEventDetail | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.body.addEventListener('frameselect', (event) => this.#onChoice(event), { signal });
    for (const row of this.#rows) {
      row.addEventListener('submit', (event) => this.#onSubmit(event, row), { signal });
      row
        .querySelector('[data-take]')
        ?.addEventListener('click', () => void this.#take(row), { signal });
      row
        .querySelector('[data-reveal]')
        ?.addEventListener('click', () => this.#reveal(row), { signal });
    }
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #rows(): HTMLFormElement[] {
    return [...this.querySelectorAll('form')];
  }

  get #words(): Words {
    return JSON.parse(this.dataset['words'] ?? '{}') as Words;
  }

  #onChoice({ target, detail }: FrameSelectEvent): void {
    // Questions on the page have graphs of their own.
    if (target instanceof Element && target.closest('lesson-graph') !== null) this.#chosen = detail;
  }

  #onSubmit(event: Event, row: HTMLFormElement): void {
    event.preventDefault();
    this.#mark(row);
    this.#store();
  }

  #mark(row: HTMLFormElement): void {
    const mark = markReading(keyOf(row), inputOf(row).value);
    this.#say(row, mark);
    const button = row.querySelector<HTMLElement>('[data-reveal]');
    if (button !== null) button.hidden = mark !== 'wrong';
    if (mark === 'right') this.#reveal(row);
    else if (mark !== 'wrong') inputOf(row).focus();
  }

  #say(row: HTMLFormElement, mark: ReadingMark): void {
    const { right, wrong, empty, notNumber } = this.#words;
    const status = row.querySelector('.mark');
    row.dataset['mark'] = mark;
    if (status !== null)
      status.textContent = { right, wrong, empty, 'not-a-number': notNumber }[mark];
  }

  /** The guide's value and the profile's, beside what the reader wrote. */
  #reveal(row: HTMLFormElement): void {
    const compare = row.querySelector<HTMLElement>('.compare');
    const yours = row.querySelector('[data-yours]');
    if (compare === null || yours === null) return;
    yours.textContent = inputOf(row).value;
    compare.hidden = false;
    row.dataset['answered'] = '';
    const button = row.querySelector<HTMLElement>('[data-reveal]');
    if (button !== null && !button.hidden) {
      button.hidden = true;
      inputOf(row).focus();
    }
    if (this.#rows.every(({ dataset }) => dataset['answered'] !== undefined)) {
      const done = this.querySelector('.done');
      if (done !== null) done.textContent = this.#words.done;
    }
    this.#store();
  }

  async #take(row: HTMLFormElement): Promise<void> {
    const taken = await this.#valueFor(keyOf(row));
    if (taken === undefined) {
      const status = row.querySelector('.mark');
      row.dataset['mark'] = 'empty';
      if (status !== null) status.textContent = this.#words.nothing;
      return;
    }
    inputOf(row).value = taken;
    inputOf(row).focus();
  }

  /** What the graph says: the share that a search matched, or the chosen frame's own facts. */
  async #valueFor(key: ReadingKey): Promise<string | undefined> {
    const graph = document.querySelector<HTMLElement & { view: ViewState }>('flame-graph');
    const source = graph?.getAttribute('src');
    if (graph === null || source == null) return undefined;
    const unit = (graph.getAttribute('unit') ?? undefined) as WeightUnit | undefined;
    const tree = buildCallTree((await loadProfile(source, unit)).profile); // fetched, for the graph
    const locale = document.documentElement.lang;
    if (key.asks === 'share' && graph.view.search !== '') {
      const { matches, share } = searchFrames(tree, graph.view.search);
      if (matches.length > 0) return formatShare(share, locale);
    }
    const facts = this.#factsOfChoice(tree, graph.view.selection);
    if (facts === undefined) return undefined;
    if (key.asks === 'frame') return facts.name;
    return key.asks === 'count' ? String(facts.total) : formatShare(facts.share, locale);
  }

  /** Of the frame that is set off on the graph, by the reader or by a step of the text. */
  #factsOfChoice(tree: CallTree, selection: string): FrameFacts | undefined {
    const row = selection === '' ? undefined : findNode(tree, selection);
    return row === undefined ? this.#chosen?.facts : factsOf(tree, row);
  }

  get #storageKey(): string {
    return `flamewise:table:${location.pathname}`;
  }

  #store(): void {
    const rows = this.#rows.map((row) => [
      inputOf(row).value,
      row.dataset['answered'] !== undefined,
    ]);
    try {
      sessionStorage.setItem(this.#storageKey, JSON.stringify(rows));
    } catch {
      // Storage is blocked: the table lasts as long as the page.
    }
  }

  #restore(): void {
    let stored: unknown;
    try {
      stored = JSON.parse(sessionStorage.getItem(this.#storageKey) ?? '[]');
    } catch {
      return;
    }
    if (!Array.isArray(stored)) return;
    this.#rows.forEach((row, index) => {
      const [value, answered] = (stored[index] ?? []) as [unknown, unknown];
      if (typeof value !== 'string' || value === '') return;
      inputOf(row).value = value;
      this.#say(row, markReading(keyOf(row), value));
      if (answered === true) this.#reveal(row);
    });
  }
}

function keyOf(row: HTMLFormElement): ReadingKey {
  return JSON.parse(row.dataset['key'] ?? '{}') as ReadingKey;
}

function inputOf(row: HTMLFormElement): HTMLInputElement {
  const input = row.querySelector('input');
  if (input === null) throw new Error('A row of the table has no field.');
  return input;
}
