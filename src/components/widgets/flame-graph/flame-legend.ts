import { build } from './build-element.ts';
import type { FlameWords } from './flame-words.ts';

/** What the colours mean; each entry is a switch that dims the frames of its kind. */
export class FlameLegend {
  readonly element: HTMLElement;

  constructor(
    element: HTMLElement | null,
    words: FlameWords,
    kinds: readonly string[],
    toggle: (kind: string) => void,
    signal: AbortSignal,
  ) {
    this.element = element ?? build('ul', { class: 'flame-legend', 'aria-label': words.legend });
    const items = kinds.map((kind) => {
      const swatch = build('span', { class: `flame-swatch kind-${kind}`, 'aria-hidden': 'true' });
      const attributes = { type: 'button', 'data-kind': kind, 'aria-pressed': 'true' };
      const button = build('button', attributes, swatch, words.kinds[kind] ?? kind);
      button.addEventListener('click', () => toggle(kind), { signal });
      return build('li', {}, button);
    });
    this.element.replaceChildren(...items);
  }

  show(muted: readonly string[]): void {
    for (const button of this.element.querySelectorAll('button')) {
      const isShown = !muted.includes(button.dataset['kind'] ?? '');
      button.setAttribute('aria-pressed', String(isShown));
    }
  }
}
