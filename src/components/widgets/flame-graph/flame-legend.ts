import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import type { LegendEntry } from './legend-entry.ts';

/** What the colours mean; each entry dims and shows the frames of its colour. */
export class FlameLegend {
  readonly element: HTMLElement;
  #shown = '';

  constructor(
    element: HTMLElement | null,
    words: FlameWords,
    toggle: (muted: string) => void,
    signal: AbortSignal,
  ) {
    this.element = element ?? build('ul', { class: 'flame-legend', 'aria-label': words.legend });
    this.element.addEventListener(
      'click',
      (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        const muted = button?.dataset['muted'];
        if (muted !== undefined) toggle(muted);
      },
      { signal },
    );
  }

  show({ color, state, tree }: FlameGraphView, entries: () => readonly LegendEntry[]): void {
    // A step that folds a library may bring a frame of a kind that there was none of.
    const meant = color + tree.frames.length;
    if (this.#shown !== meant) {
      this.#shown = meant;
      this.element.replaceChildren(...entries().map(buildEntry));
    }
    for (const button of this.element.querySelectorAll('button')) {
      const isMuted = state.muted.includes(button.dataset['muted']!); // as it was built
      button.setAttribute('aria-pressed', String(!isMuted));
    }
  }
}

function buildEntry({ color, name, muted }: LegendEntry): HTMLElement {
  const swatch =
    color === '' ? [] : [build('span', { class: `flame-swatch ${color}`, 'aria-hidden': 'true' })];
  if (muted === undefined) return build('li', {}, ...swatch, name);
  return build('li', {}, build('button', { type: 'button', 'data-muted': muted }, ...swatch, name));
}
