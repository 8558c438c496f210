import type { Locale } from '../../../lib/i18n/index.ts';
import { displayName } from '../../../lib/flame/graph.ts';
import type { ViewState } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { removeTransform } from './rare-changes.ts';
import type { ViewChange } from './view-changes.ts';
import { rareWords } from './rare-words.ts';
import type { RareWords } from './rare-words.ts';

/** The steps applied to the stacks, in their order; pressing one takes it out again. */
export class StepChips {
  readonly element: HTMLElement;
  readonly #words: RareWords;
  #state: ViewState | undefined;

  constructor(locale: Locale, change: (part: ViewChange) => void, signal: AbortSignal) {
    this.#words = rareWords(locale);
    this.element = build('ul', { class: 'flame-chips', 'aria-label': this.#words.steps });
    this.element.addEventListener(
      'click',
      (event) => {
        const chip = event.target instanceof Element ? event.target.closest('button') : null;
        if (chip === null || this.#state === undefined) return;
        change(removeTransform(this.#state, Number(chip.dataset['index'])));
      },
      { signal },
    );
  }

  show(state: ViewState): void {
    const { transforms } = state;
    this.#state = state;
    this.element.hidden = transforms.length === 0;
    const chips = transforms.map(({ kind, frame }, index) => {
      const name = kind === 'merge' ? frame : displayName(frame, { level: 'shortest' });
      const step = this.#words.transforms[kind]?.(frame === '' ? '' : name) ?? kind;
      const attributes = {
        type: 'button',
        'data-index': index,
        'aria-label': this.#words.removeStep(step),
        title: frame,
      };
      return build('li', {}, build('button', attributes, step));
    });
    this.element.replaceChildren(...chips);
  }
}
