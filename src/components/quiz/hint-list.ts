import type { QuizWords } from './words/en.ts';

/** Hints, one at a time, on demand. */
export class HintList {
  readonly #button: HTMLButtonElement | null;
  readonly #box: HTMLElement | null;
  readonly #words: QuizWords;

  constructor(quiz: HTMLElement, words: QuizWords, signal: AbortSignal) {
    this.#button = quiz.querySelector('[data-hint]');
    this.#box = quiz.querySelector('.quiz-hints');
    this.#words = words;
    this.#button?.addEventListener('click', () => this.#next(), { signal });
  }

  get #hints(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('p') ?? [])];
  }

  /** How many hints the reader has seen. */
  get opened(): number {
    return this.#hints.filter(({ hidden }) => !hidden).length;
  }

  reset(): void {
    for (const hint of this.#hints) hint.hidden = true;
    this.#update();
  }

  #next(): void {
    const next = this.#hints.find(({ hidden }) => hidden);
    if (next !== undefined) next.hidden = false;
    this.#update();
  }

  #update(): void {
    const { opened } = this;
    if (this.#box !== null) this.#box.hidden = opened === 0;
    if (this.#button === null) return;
    this.#button.setAttribute('aria-expanded', String(opened > 0));
    this.#button.textContent = opened === 0 ? this.#words.hint : this.#words.hintNext;
    this.#button.hidden = opened > 0 && opened === this.#hints.length;
  }
}
