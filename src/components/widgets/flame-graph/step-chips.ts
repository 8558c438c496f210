import type { Locale } from '../../../lib/i18n/index.ts';
import { displayName } from '../../../lib/flame/graph.ts';
import type { CallTree, Transform, ViewState } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { removeTransform } from './rare-changes.ts';
import type { ViewChange } from './view-changes.ts';
import { rareWords } from './rare-words.ts';
import type { RareWords } from './rare-words.ts';

interface ChangedGraph {
  change(part: ViewChange, asStep: boolean): void;
  say(text: string): void;
  /** Gives the focus to the frame of the picture that has, or last had, it. */
  leaveSearch(): void;
}

/** What the chips are about, of a view. */
interface SteppedView {
  readonly state: ViewState;
  readonly tree: CallTree;
}

/** The steps applied to the stacks, in their order; pressing one takes it out again. */
export class StepChips {
  readonly element: HTMLElement;
  readonly #words: RareWords;
  readonly #graph: ChangedGraph;
  #state: ViewState | undefined;

  constructor(locale: Locale, graph: ChangedGraph, signal: AbortSignal) {
    this.#words = rareWords(locale);
    this.#graph = graph;
    this.element = build('ul', { class: 'flame-chips', 'aria-label': this.#words.steps });
    this.element.addEventListener(
      'click',
      (event) => {
        const chip = event.target instanceof Element ? event.target.closest('button') : null;
        const step = this.#state?.transforms[Number(chip?.dataset['index'])];
        if (chip === null || this.#state === undefined || step === undefined) return;
        graph.change(removeTransform(this.#state, Number(chip.dataset['index'])), true);
        graph.say(this.#words.stepRemoved(describeStep(this.#words, step)));
      },
      { signal },
    );
  }

  show({ state, tree }: SteppedView): void {
    const { transforms } = state;
    this.#state = state;
    const focused = [...this.element.querySelectorAll('button')].findIndex(
      (chip) => chip === document.activeElement,
    );
    this.element.hidden = transforms.length === 0;
    const chips = transforms.map(({ kind, frame }, index) => {
      const step = describeStep(this.#words, { kind, frame });
      const attributes = {
        type: 'button',
        'data-index': index,
        'aria-label': this.#words.removeStep(step),
        title: frame,
      };
      return build('li', {}, build('button', attributes, step));
    });
    // A step may name what another one, or its taking out, has removed from all stacks.
    const isEmpty = tree.totalWeight === 0 && transforms.length > 0;
    const note = isEmpty
      ? [build('li', { class: 'flame-chips-note' }, this.#words.nothingLeft)]
      : [];
    this.element.replaceChildren(...chips, ...note);
    if (focused >= 0) this.#focusInstead(focused);
  }

  /** What came or went since a state, in words; `undefined` where the steps are the same. */
  changeSince({ transforms: before }: ViewState): string | undefined {
    const now = this.#state?.transforms ?? [];
    const isOther = (step: Transform | undefined, other: Transform | undefined) =>
      step?.kind !== other?.kind || step?.frame !== other?.frame;
    const gone = before.find((step, i) => isOther(step, now[i]));
    const come = now.find((step, i) => isOther(step, before[i]));
    if (come !== undefined && now.length >= before.length) return describeStep(this.#words, come);
    return gone && this.#words.stepRemoved(describeStep(this.#words, gone));
  }

  /** The chip that was pressed is gone: the focus goes to the one in its place, or to the picture. */
  #focusInstead(index: number): void {
    const chips = this.element.querySelectorAll('button');
    const chip = chips[Math.min(index, chips.length - 1)];
    const picture = this.element.closest('.flame-graph')?.querySelector('.flame-picture');
    const target = chip ?? picture?.querySelector<HTMLElement>('[tabindex="0"], tbody button');
    // The tree over a canvas is brought in step when the picture rests.
    if (target == null) this.#graph.leaveSearch();
    else target.focus();
  }
}

/** What a step does to the stacks, in the reader's language. */
export function describeStep({ transforms }: RareWords, { kind, frame }: Transform): string {
  const isName = kind !== 'merge' && frame !== '';
  const name = isName ? displayName(frame, { level: 'shortest' }) : frame;
  return transforms[kind]?.(name) ?? kind;
}
