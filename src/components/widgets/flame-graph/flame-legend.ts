import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import type { LegendEntry } from './legend-entry.ts';

/** What the colours mean; where they are kinds, each entry dims and shows the frames of its kind. */
export class FlameLegend {
  readonly element: HTMLElement;
  #shown = '';

  constructor(
    element: HTMLElement | null,
    words: FlameWords,
    toggle: (kind: string) => void,
    signal: AbortSignal,
  ) {
    this.element = element ?? build('ul', { class: 'flame-legend', 'aria-label': words.legend });
    this.element.addEventListener(
      'click',
      (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        const kind = button?.dataset['kind'];
        if (kind !== undefined) toggle(kind);
      },
      { signal },
    );
  }

  show({ color, state }: FlameGraphView, entries: () => readonly LegendEntry[]): void {
    if (this.#shown !== color) {
      this.#shown = color;
      this.element.replaceChildren(...entries().map(buildEntry));
    }
    for (const button of this.element.querySelectorAll('button')) {
      const isShown = !state.muted.includes(button.dataset['kind'] ?? '');
      button.setAttribute('aria-pressed', String(isShown));
    }
  }
}

function buildEntry({ color, name, kind }: LegendEntry): HTMLElement {
  const swatch =
    color === '' ? [] : [build('span', { class: `flame-swatch ${color}`, 'aria-hidden': 'true' })];
  if (kind === undefined) return build('li', {}, ...swatch, name);
  return build('li', {}, build('button', { type: 'button', 'data-kind': kind }, ...swatch, name));
}
