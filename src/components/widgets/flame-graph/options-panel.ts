import { colorModes, viewKinds } from '../../../lib/flame/index.ts';
import type { ColorMode, DiffOptions, ViewKind } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView, FlameGraphViews } from './flame-graph-view.ts';
import type { RareWords } from './rare-words.ts';
import { exportKinds } from './graph-files.ts';
import type { ExportKind } from './graph-files.ts';

/** What the panel asks of the graph. */
export interface OptionActions {
  setView(view: ViewKind): void;
  setColor(color: ColorMode): void;
  setDiff(diff: Partial<DiffOptions>): void;
  collapseRecursion(collapsed: boolean): void;
  save(kind: ExportKind): void;
  /** Absent where no address leads to the graph. */
  copyLink?(): void;
}

type Choices = Readonly<Record<string, string>>;

/** Views, colours, comparison, files: what is needed now and then. Loaded when it is first opened. */
export class OptionsPanel {
  readonly element: HTMLElement;
  readonly #view: HTMLSelectElement;
  readonly #color: HTMLSelectElement;
  readonly #recursion: HTMLInputElement;
  readonly #diff: HTMLElement;
  readonly #diffSelects: Readonly<Record<keyof DiffOptions, HTMLSelectElement>>;

  constructor(
    words: RareWords,
    name: string,
    views: FlameGraphViews,
    id: string,
    actions: OptionActions,
  ) {
    const { trees } = views;
    const missing: Choices = {
      ...(trees.hasTime ? {} : { time: words.noTime }),
      ...(trees.hasAfter ? {} : { diff: words.noAfter }),
    };
    this.#view = select(viewKinds, words.views, missing);
    this.#view.addEventListener('change', () => actions.setView(this.#view.value as ViewKind));
    const colors = colorModes.filter((color) => color !== 'change');
    this.#color = select(colors, words.colors, {});
    this.#color.addEventListener('change', () => actions.setColor(this.#color.value as ColorMode));
    this.#recursion = build('input', { type: 'checkbox' });
    const { diff } = words;
    this.#diffSelects = {
      normalize: select(['total', 'none'], diff.normalizes, {}),
      width: select(['both', 'before', 'after'], diff.widths, {}),
      measure: select(['total', 'self'], diff.measures, {}),
    };
    this.#diff = build(
      'div',
      { class: 'flame-options-row' },
      labelled(diff.normalize, this.#diffSelects.normalize),
      labelled(diff.width, this.#diffSelects.width),
      labelled(diff.measure, this.#diffSelects.measure),
    );
    this.element = build(
      'div',
      { class: 'flame-options', id, role: 'group', 'aria-label': name },
      build(
        'div',
        { class: 'flame-options-row' },
        labelled(words.view, this.#view),
        labelled(words.color, this.#color),
        build('label', { class: 'flame-check' }, this.#recursion, words.collapseRecursion),
      ),
      this.#diff,
      saveRow(words, actions),
    );
    this.#listen(actions);
  }

  show({ state, view, comparison, color }: FlameGraphView): void {
    this.#view.value = view;
    this.#color.value = color === 'change' ? 'kind' : color;
    this.#color.disabled = comparison !== undefined;
    this.#recursion.checked = state.transforms.some(isCollapse);
    this.#diff.hidden = comparison === undefined;
    this.#diffSelects.normalize.value = state.diff.normalize;
    this.#diffSelects.width.value = state.diff.width;
    this.#diffSelects.measure.value = state.diff.measure;
  }

  #listen(actions: OptionActions): void {
    this.#recursion.addEventListener('change', () =>
      actions.collapseRecursion(this.#recursion.checked),
    );
    for (const [key, element] of Object.entries(this.#diffSelects)) {
      element.addEventListener('change', () => actions.setDiff({ [key]: element.value }));
    }
  }
}

export function isCollapse({ kind, frame }: { kind: string; frame: string }): boolean {
  return kind === 'collapse-recursion' && frame === '';
}

function saveRow(words: RareWords, actions: OptionActions): HTMLElement {
  const row = build('div', { class: 'flame-options-row' }, build('span', {}, words.saveAs));
  const button = (name: string, act: () => void) => {
    const element = build('button', { type: 'button', class: 'flame-button' }, name);
    element.addEventListener('click', act);
    return element;
  };
  for (const [kind, name] of Object.entries(exportKinds)) {
    row.append(button(name, () => actions.save(kind as ExportKind)));
  }
  const { copyLink } = actions;
  if (copyLink !== undefined) row.append(button(words.copyLink, copyLink));
  return row;
}

function select(values: readonly string[], names: Choices, missing: Choices): HTMLSelectElement {
  const options = values.map((value) => {
    const why = missing[value];
    const name = names[value] ?? value;
    const text = why === undefined ? name : `${name} (${why})`;
    return build('option', { value, disabled: why !== undefined }, text);
  });
  return build('select', { class: 'flame-select' }, ...options);
}

function labelled(name: string, control: HTMLElement): HTMLLabelElement {
  return build('label', { class: 'flame-field' }, build('span', {}, name), control);
}
