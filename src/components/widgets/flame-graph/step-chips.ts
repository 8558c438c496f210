import { displayName } from '../../../lib/flame/index.ts';
import type { Transform } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { rareWords } from './words/rare.ts';
import type { RareWords } from './words/rare.ts';

/** The steps applied to the stacks, in their order; pressing one takes it out again. */
export class StepChips {
  readonly element: HTMLElement;
  readonly #words: RareWords;

  constructor(locale: 'en' | 'zh', remove: (index: number) => void, signal: AbortSignal) {
    this.#words = rareWords(locale);
    this.element = build('ul', { class: 'flame-chips', 'aria-label': this.#words.steps });
    this.element.addEventListener(
      'click',
      (event) => {
        const chip = event.target instanceof Element ? event.target.closest('button') : null;
        if (chip !== null) remove(Number(chip.dataset['index']));
      },
      { signal },
    );
  }

  show(transforms: readonly Transform[]): void {
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
