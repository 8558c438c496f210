import { fillWords } from '../quiz/fill-words.ts';

/** What the gallery can be filtered by; the names are those of the selects and of the address. */
const names = ['cause', 'view', 'language', 'tool'] as const;

/**
 * Shows the cards that have everything that is chosen, and keeps the choice in the address. A card is whatever has
 * `data-causes`, `data-view`, `data-language` and `data-tool`; a part of the gallery without a card is hidden too.
 */
export class SampleFilterElement extends HTMLElement {
  static define(): void {
    if (customElements.get('sample-filter') === undefined) {
      customElements.define('sample-filter', SampleFilterElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#readAddress();
    this.addEventListener('change', () => this.#choose(), { signal });
    // The form is empty only after the event.
    this.addEventListener('reset', () => setTimeout(() => this.#choose()), { signal });
    window.addEventListener('popstate', () => this.#readAddress(), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name="${name}"]`);
  }

  /** An address may hold anything: what is no option is as good as nothing. */
  #readAddress(): void {
    const params = new URLSearchParams(location.search);
    for (const name of names) {
      const select = this.#select(name);
      if (select === null) continue;
      select.value = params.get(name) ?? '';
      if (select.selectedIndex === -1) select.value = '';
    }
    this.#show();
  }

  #choose(): void {
    const address = new URL(location.href);
    for (const name of names) {
      const value = this.#select(name)?.value ?? '';
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(history.state, '', address);
    this.#show();
  }

  #show(): void {
    const wanted = names.map((name) => [name, this.#select(name)?.value ?? ''] as const);
    let shown = 0;
    let all = 0;
    for (const part of document.querySelectorAll<HTMLElement>('[data-gallery]')) {
      let inPart = 0;
      for (const card of part.querySelectorAll<HTMLElement>('[data-causes]')) {
        card.hidden = !wanted.every(([name, value]) => value === '' || has(card, name, value));
        const count = Number(card.dataset['count'] ?? 1);
        all += count;
        if (card.hidden) continue;
        shown += count;
        inPart += count;
      }
      part.hidden = inPart === 0;
    }
    this.#say(shown, shown === all);
  }

  #say(shown: number, isAll: boolean): void {
    const { all = '', some = '', none = '' } = this.dataset;
    const status = this.querySelector('[role="status"]');
    const text = isAll ? all : shown === 0 ? none : fillWords(some, { shown });
    if (status !== null && status.textContent !== text) status.textContent = text;
    const reset = this.querySelector('button');
    if (reset !== null) reset.hidden = isAll;
  }
}

function has(card: HTMLElement, name: (typeof names)[number], value: string): boolean {
  if (name === 'cause') return card.dataset['causes']?.split(' ').includes(value) === true;
  return card.dataset[name] === value;
}
