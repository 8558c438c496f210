const edge = 12;

/**
 * Shows a term's definition while its link is pointed at or focused. It can be pointed at itself,
 * and Escape puts it away (WCAG 1.4.13). The link leads to the glossary either way.
 */
export class GlossaryTermElement extends HTMLElement {
  static define(): void {
    if (customElements.get('glossary-term') === undefined) {
      customElements.define('glossary-term', GlossaryTermElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener(
      'pointerenter',
      (event) => event.pointerType === 'mouse' && this.#show(),
      {
        signal,
      },
    );
    this.addEventListener('pointerleave', () => this.#hide(), { signal });
    this.addEventListener('focusin', () => this.#show(), { signal });
    this.addEventListener('focusout', () => this.#hide(), { signal });
  }

  disconnectedCallback(): void {
    this.#hide();
    this.#lifetime?.abort();
  }

  get #definition(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[role=tooltip]');
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#hide();
  };

  #show(): void {
    const definition = this.#definition;
    const link = this.querySelector('a')?.getBoundingClientRect();
    if (definition === null || link === undefined) return;
    definition.hidden = false;
    const { width, height } = definition.getBoundingClientRect();
    const left = Math.max(
      edge,
      Math.min(link.left, document.documentElement.clientWidth - width - edge),
    );
    const above = link.top - height - 4;
    // Below where there is no room above; no gap, so that the pointer can travel into it.
    const top = above > edge ? above : link.bottom + 4;
    const origin = definition.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    definition.style.left = `${left - origin.left}px`;
    definition.style.top = `${top - origin.top}px`;
    document.addEventListener('keydown', this.#onKey);
  }

  #hide(): void {
    const definition = this.#definition;
    if (definition !== null) definition.hidden = true;
    document.removeEventListener('keydown', this.#onKey);
  }
}
