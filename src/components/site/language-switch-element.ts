/**
 * Links to the same page in each language. The server writes plain links; this adds where the
 * reader is on the page (the hash, the view of a graph) and remembers the choice.
 */
export class LanguageSwitchElement extends HTMLElement {
  static define(): void {
    if (customElements.get('language-switch') === undefined) {
      customElements.define('language-switch', LanguageSwitchElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    // Before the link is followed in any way: by pointer, by key, or into a new tab.
    for (const type of ['pointerenter', 'focusin', 'click'] as const) {
      this.addEventListener(type, () => this.#keepPlace(), { signal, capture: true });
    }
    this.addEventListener('click', (event) => this.#remember(event.target), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #keepPlace(): void {
    for (const link of this.querySelectorAll('a')) {
      link.search = location.search;
      link.hash = location.hash;
    }
  }

  #remember(target: EventTarget | null): void {
    const locale = target instanceof Element ? target.closest('a')?.dataset['locale'] : undefined;
    if (locale === undefined) return;
    try {
      localStorage.setItem('flamewise:locale', locale);
    } catch {
      // Storage is blocked: the address still says the language.
    }
  }
}
