import type { IdleOrContendedWords } from './idle-or-contended-words.ts';

/** Marks what the reader says of each wait, and says why. An answer can be changed at any time. */
export class IdleOrContendedElement extends HTMLElement {
  static define(): void {
    if (customElements.get('idle-or-contended') === undefined) {
      customElements.define('idle-or-contended', IdleOrContendedElement);
    }
  }

  #words: IdleOrContendedWords | undefined;
  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as IdleOrContendedWords;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #onChange(target: EventTarget | null): void {
    const words = this.#words;
    if (!(target instanceof HTMLInputElement) || words === undefined) return;
    const wait = target.closest<HTMLElement>('[data-wait]');
    const says = wait?.querySelector<HTMLElement>('.small-tree-says');
    if (wait === null || says === null || says === undefined) return;
    const isRight = target.value === wait.dataset['is'];
    wait.dataset['verdict'] = isRight ? 'right' : 'wrong';
    says.dataset['verdict'] = isRight ? 'right' : 'wrong';
    says.textContent = isRight
      ? `${words.right} ${words.why[wait.dataset['wait'] ?? ''] ?? ''}`
      : words.wrong;
    this.#sum(words);
  }

  #sum({ done }: IdleOrContendedWords): void {
    const waits = [...this.querySelectorAll<HTMLElement>('[data-wait]')];
    const sum = this.querySelector('.wait-sum');
    if (sum === null || waits.some(({ dataset }) => dataset['verdict'] === undefined)) return;
    const right = waits.filter(({ dataset }) => dataset['verdict'] === 'right').length;
    sum.textContent = done.replace('{right}', String(right));
  }
}
