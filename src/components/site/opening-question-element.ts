import { displayName, formatShare } from '../../lib/flame/graph.ts';
import type { FrameEventDetail } from '../widgets/flame-graph/frame-events.ts';

interface Told {
  /** The function with the largest self weight. */
  readonly hottest: string;
  readonly verdicts: {
    readonly caller: string;
    readonly running: string;
    readonly hottest: string;
  };
  /** Sentences with `{name}`, `{total}`, `{self}` to be filled in. */
  readonly picked: string;
  readonly facts: string;
  readonly joint: string;
}

/** The opening question: the first click on the graph is an answer, and opens ours. */
export class OpeningQuestionElement extends HTMLElement {
  static define(): void {
    if (customElements.get('opening-question') === undefined) {
      customElements.define('opening-question', OpeningQuestionElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('frameselect', ({ detail }) => this.#answer(detail), { signal });
    this.addEventListener(
      'viewchange',
      // The text stands in a part of the picture that only the whole graph leaves empty.
      ({ detail }) => this.toggleAttribute('data-zoomed', detail.view.root !== ''),
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #answer({ row, name, facts }: FrameEventDetail): void {
    const reveal = this.querySelector<HTMLElement>('[data-reveal]');
    const picked = this.querySelector('[data-picked]');
    const verdict = this.querySelector('[data-verdict]');
    if (row < 0 || reveal === null || picked === null || verdict === null) return;
    const told = JSON.parse(this.dataset['told'] ?? '{}') as Told;
    const locale = document.documentElement.lang;
    const base = facts.share === 0 ? 0 : facts.total / facts.share;
    const sentence = told.facts
      .replace('{total}', formatShare(facts.share, locale))
      .replace('{self}', formatShare(base === 0 ? 0 : facts.self / base, locale));
    const kind = name === told.hottest ? 'hottest' : facts.self > 0 ? 'running' : 'caller';
    const [before = '', after = ''] = told.picked.split('`{name}`');
    const code = document.createElement('code');
    code.textContent = displayName(name);
    code.title = name;
    picked.replaceChildren(before, code, `${after}${told.joint}${sentence}`);
    verdict.textContent = told.verdicts[kind];
    const isFirst = reveal.hidden;
    reveal.hidden = false;
    this.dataset['answered'] = '';
    const status = this.querySelector('[data-status]');
    if (status !== null) status.textContent = `${sentence} ${told.verdicts[kind]}`;
    // The answer opens below what was clicked: it must be seen, and the page must not jump twice.
    if (isFirst) reveal.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  }
}
