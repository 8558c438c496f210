import { build } from './build-element.ts';
import type { FlameGraphView, FlameGraphViews } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';

interface Entry {
  readonly color: string;
  readonly name: string;
  /** Kind that the entry switches on and off; none where it is only an explanation. */
  readonly kind?: string;
}

/** What the colours mean; where they are kinds, each entry dims and shows the frames of its kind. */
export class FlameLegend {
  readonly element: HTMLElement;
  readonly #words: FlameWords;
  readonly #views: FlameGraphViews;
  #shown = '';

  constructor(
    element: HTMLElement | null,
    words: FlameWords,
    views: FlameGraphViews,
    toggle: (kind: string) => void,
    signal: AbortSignal,
  ) {
    this.#words = words;
    this.#views = views;
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

  show(view: FlameGraphView): void {
    if (this.#shown !== view.color) {
      this.#shown = view.color;
      this.element.replaceChildren(...this.#entries(view).map((entry) => this.#item(entry)));
    }
    for (const button of this.element.querySelectorAll('button')) {
      const isShown = !view.state.muted.includes(button.dataset['kind'] ?? '');
      button.setAttribute('aria-pressed', String(isShown));
    }
  }

  #item({ color, name, kind }: Entry): HTMLElement {
    const swatch =
      color === ''
        ? []
        : [build('span', { class: `flame-swatch ${color}`, 'aria-hidden': 'true' })];
    if (kind === undefined) return build('li', {}, ...swatch, name);
    return build('li', {}, build('button', { type: 'button', 'data-kind': kind }, ...swatch, name));
  }

  #entries({ color, colors }: FlameGraphView): Entry[] {
    const { scale, kinds } = this.#words;
    const { classes } = colors;
    const last = classes.at(-1) ?? '';
    switch (color) {
      case 'kind':
        return this.#views.kinds.map((kind) => ({
          color: `kind-${kind}`,
          name: kinds[kind] ?? kind,
          kind,
        }));
      case 'library': {
        const names = this.#views.libraries.slice(0, classes.length - 1);
        const entries = names.map((name, i) => ({ color: classes[i] ?? '', name }));
        const named = entries.filter(({ name }) => name !== '');
        return [...named, { color: last, name: scale.otherLibraries }];
      }
      case 'name':
        return [{ color: '', name: scale.sameName }];
      case 'self':
        return [
          { color: classes[0] ?? '', name: scale.cold },
          { color: last, name: scale.hot },
        ];
      case 'change':
        return [
          { color: classes[0] ?? '', name: `− ${scale.less}` },
          { color: 'same', name: scale.same },
          { color: last, name: `+ ${scale.more}` },
        ];
    }
  }
}
