const shownForMs = 2000;

/** Copies the code beside its button, and says on the button whether that worked. */
export class CodeBlockElement extends HTMLElement {
  static define(): void {
    if (customElements.get('code-block') === undefined) {
      customElements.define('code-block', CodeBlockElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const button = this.querySelector('button');
    button?.addEventListener('click', () => void this.#copy(button), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const usual = (button.dataset['usual'] ??= button.textContent);
    try {
      await navigator.clipboard.writeText(this.querySelector('pre')?.textContent ?? '');
      button.textContent = button.dataset['copied'] ?? usual;
    } catch {
      button.textContent = button.dataset['failed'] ?? usual;
    }
    setTimeout(() => (button.textContent = usual), shownForMs);
  }
}
