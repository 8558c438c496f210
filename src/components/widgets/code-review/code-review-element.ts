import type { CodeReviewWords } from './code-review-words.ts';
import { reviewLines, type Fault, type LineChoice } from './review-line.ts';

/** Lets the reader mark wrong lines with a reason, and then judges every line. */
export class CodeReviewElement extends HTMLElement {
  static define(): void {
    if (customElements.get('code-review') === undefined) {
      customElements.define('code-review', CodeReviewElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
    this.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#compare();
      },
      { signal },
    );
    this.addEventListener('reset', () => this.#startAgain(), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-line]')];
  }

  get #words(): CodeReviewWords {
    return JSON.parse(this.dataset['words'] ?? '{}') as CodeReviewWords;
  }

  /** A reason is asked of a ticked line only. */
  #onChange(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const reason = target.closest('[data-line]')?.querySelector<HTMLElement>('.code-review-reason');
    if (reason != null) reason.hidden = !target.checked;
  }

  #compare(): void {
    const rows = this.#rows;
    const choices = rows.map(choiceOf);
    const words = this.#words;
    if (choices.every((choice) => choice === undefined)) return this.#say(words.none);
    const lines = JSON.parse(this.dataset['lines'] ?? '[]') as { faults: Fault[] }[];
    const review = reviewLines(lines, choices);
    rows.forEach((row, index) => {
      const outcome = review.outcomes[index] ?? 'fine';
      row.dataset['outcome'] = outcome;
      const why = row.querySelector<HTMLElement>('.code-review-why');
      const verdict = why?.querySelector('strong');
      if (why == null || verdict == null) return;
      verdict.textContent = words.outcomes[outcome];
      why.hidden = outcome === 'fine';
    });
    const counts: Record<string, number> = { ...review, outcomes: 0 };
    this.#say(words.result.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(counts[key])));
    const after = this.querySelector<HTMLDetailsElement>('.code-review-after');
    if (after !== null) after.open = true;
  }

  #startAgain(): void {
    for (const row of this.#rows) {
      delete row.dataset['outcome'];
      for (const part of row.querySelectorAll<HTMLElement>(
        '.code-review-reason, .code-review-why',
      )) {
        part.hidden = true;
      }
    }
    this.#say('');
  }

  #say(text: string): void {
    const status = this.querySelector('.code-review-says');
    if (status !== null) status.textContent = text;
  }
}

function choiceOf(row: HTMLElement): LineChoice {
  const isTicked = row.querySelector<HTMLInputElement>('input')?.checked === true;
  return isTicked ? ((row.querySelector('select')?.value ?? '') as Fault | '') : undefined;
}
