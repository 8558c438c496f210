/** Walks through the pipelines, and shows the drawing that the two switches ask for. */
export class DiffBenchElement extends HTMLElement {
  static define(): void {
    if (customElements.get('diff-bench') === undefined) {
      customElements.define('diff-bench', DiffBenchElement);
    }
  }

  #step = 0;
  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
    for (const button of this.#turns) {
      const by = Number(button.dataset['turn']);
      button.addEventListener('click', () => this.#showStep(this.#step + by), { signal });
    }
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #turns(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('[data-turn]')];
  }

  #onChange(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) {
      this.#showOnly('data-pipeline', target.value);
      this.#showStep(0);
    } else {
      const scaled = this.#isOn('scaled') ? 'scaled' : 'counts';
      const swapped = this.#isOn('swapped') ? 'swapped' : 'straight';
      this.#showOnly('data-drawing', `${scaled}-${swapped}`);
    }
  }

  #isOn(name: string): boolean {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
  }

  #showOnly(attribute: string, value: string): void {
    for (const part of this.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
      part.hidden = part.getAttribute(attribute) !== value;
    }
  }

  #showStep(step: number): void {
    const steps = this.querySelectorAll<HTMLElement>(
      '[data-pipeline]:not([hidden]) > [data-step-at]',
    );
    const last = steps.length - 1;
    this.#step = Math.max(0, Math.min(step, last));
    for (const [at, part] of steps.entries()) part.hidden = at !== this.#step;
    for (const button of this.#turns) {
      const isBack = button.dataset['turn'] === '-1';
      button.disabled = this.#step === (isBack ? 0 : last);
    }
  }
}
