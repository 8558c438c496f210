import { defaultView, hasViewParams, queryWithView } from '../../lib/flame/graph.ts';

const wideScreen = '(min-width: 64rem)';

/** Nothing of a lesson's steps beside the text: the part of `<flame-graph>` that is used here. */
interface Graph extends HTMLElement {
  view: unknown;
}

/**
 * Joins the steps of a lesson's text to its graph: a step that is scrolled past the line, or whose
 * link is followed, sets the graph's view. Scrolling is never taken over, and only what the reader
 * asked for is announced. On a small screen the graph can be folded away.
 */
export class LessonGraphElement extends HTMLElement {
  static define(): void {
    if (customElements.get('lesson-graph') === undefined) {
      customElements.define('lesson-graph', LessonGraphElement);
    }
  }

  #lifetime: AbortController | undefined;
  #observer: IntersectionObserver | undefined;
  /** The address brought its own view: the step at which the page opens must not replace it. */
  #keepsAddress = false;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#keepsAddress = hasViewParams(new URLSearchParams(location.search));
    const fold = this.querySelector<HTMLButtonElement>('.fold');
    fold?.addEventListener('click', () => this.#fold(fold), { signal });
    document.addEventListener('click', (event) => this.#onClick(event), { signal });
    window.addEventListener('hashchange', () => this.#showHash(), { signal });
    const wide = matchMedia(wideScreen);
    wide.addEventListener('change', () => this.#observe(wide.matches), { signal });
    this.#observe(wide.matches);
    if (!this.#keepsAddress && this.#stepOfHash() !== undefined) {
      // The page opens at this step, wherever it comes to stand on the screen.
      this.#keepsAddress = true;
      void customElements.whenDefined('flame-graph').then(() => this.#showHash());
    }
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
    this.#observer?.disconnect();
  }

  get #graph(): Graph | null {
    return this.querySelector<Graph>('flame-graph');
  }

  /** A line across the screen: 40% from the top, or below the graph that is pinned on a phone. */
  #observe(isWide: boolean): void {
    this.#observer?.disconnect();
    const rootMargin = isWide ? '-40% 0px -60% 0px' : '-60% 0px -40% 0px';
    this.#observer = new IntersectionObserver((entries) => this.#onCross(entries), { rootMargin });
    for (const step of document.querySelectorAll('[data-step]')) this.#observer.observe(step);
  }

  #onCross(entries: readonly IntersectionObserverEntry[]): void {
    const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
    if (entry?.target instanceof HTMLElement && !this.#keepsAddress) this.#show(entry.target);
    this.#keepsAddress = false;
  }

  /** The text stays where it is: only the graph and the address follow the link. */
  #onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('[data-show-step]') : null;
    const step = link?.closest<HTMLElement>('[data-step]');
    if (step == null) return;
    event.preventDefault();
    this.#keepsAddress = false;
    this.#unfold();
    if (location.hash !== `#${step.id}`) {
      history.pushState(history.state, '', this.#addressOf(step));
    }
    this.#show(step);
    this.#announce();
  }

  /** A link to a step from elsewhere on the page, or the back button. */
  #showHash(): void {
    const step = this.#stepOfHash();
    if (step !== undefined) this.#show(step);
  }

  #stepOfHash(): HTMLElement | undefined {
    const step = document.getElementById(location.hash.slice(1));
    return step?.dataset['step'] === undefined ? undefined : step;
  }

  #show(step: HTMLElement): void {
    const graph = this.#graph;
    if (graph === null) return;
    for (const other of document.querySelectorAll('[data-step][data-shown]')) {
      if (other !== step) delete (other as HTMLElement).dataset['shown'];
    }
    if (step.dataset['shown'] !== undefined) return this.#applyView(graph, step);
    step.dataset['shown'] = '';
    this.#applyView(graph, step);
    this.#writeAddress(step);
  }

  #applyView(graph: Graph, step: HTMLElement): void {
    graph.view = JSON.parse(step.dataset['view'] ?? '{}') as unknown;
  }

  /** The step stands for its view: what the address said of an earlier view is taken out. */
  #writeAddress(step: HTMLElement): void {
    const address = this.#addressOf(step);
    if (address !== location.pathname + location.search + location.hash) {
      history.replaceState(history.state, '', address);
    }
  }

  #addressOf(step: HTMLElement): string {
    return `${location.pathname}${queryWithView(location.search, defaultView)}#${step.id}`;
  }

  #announce(): void {
    const status = this.querySelector<HTMLElement>('[data-shown][role=status]');
    if (status !== null) status.textContent = status.dataset['shown'] ?? '';
  }

  #fold(button: HTMLButtonElement): void {
    const folded = this.dataset['folded'] === undefined;
    if (folded) this.dataset['folded'] = '';
    else delete this.dataset['folded'];
    button.setAttribute('aria-expanded', String(!folded));
    button.textContent = button.dataset[folded ? 'unfold' : 'fold'] ?? '';
  }

  #unfold(): void {
    const button = this.querySelector<HTMLButtonElement>('.fold');
    if (this.dataset['folded'] !== undefined && button !== null) this.#fold(button);
  }
}
