import { defaultView, findNode, hasViewParams, queryWithView } from '../../../lib/flame/graph.ts';
import type { ViewSketch, ViewState } from '../../../lib/flame/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { FlameGraphElement } from '../../widgets/flame-graph/flame-graph-element.ts';
import type { FrameSelectEvent } from '../../widgets/flame-graph/frame-events.ts';
import type { OpenedSide } from '../open/opened-side.ts';
import { unmarkStatements } from '../parts/statement-link.ts';
import type { LabWords } from '../load-words.ts';

export interface DeskGraphOptions {
  readonly words: LabWords;
  /** Of its element: where a link to a statement leads that no address can hold. */
  readonly id: string;
  /** What it is called, where there are several. */
  readonly label?: string;
  /** `false`: it stays out of the page's address, whatever it shows. */
  readonly isLinked?: boolean;
  /** The reader changed the view, or chose a frame. */
  readonly onChange: () => void;
}

/** The graph of what is open, in a frame that stays in sight while the reading is scrolled. */
export class DeskGraph {
  readonly element: HTMLElement;
  readonly #graph: FlameGraphElement;
  readonly #before: OpenedSide;
  readonly #after: OpenedSide | undefined;
  /** The address holds the view: of bundled samples, whose frames' names are no secret. */
  readonly #isLinked: boolean;
  #selected: { frame: string; name: string } | undefined;

  constructor(
    before: OpenedSide,
    after: OpenedSide | undefined,
    { words, id, label, isLinked = true, onChange }: DeskGraphOptions,
  ) {
    this.#before = before;
    this.#after = after;
    this.#isLinked = isLinked && isLinkable(before, after);
    this.#graph = build('flame-graph' as 'div', {
      class: 'flame-graph',
      sample: before.place.kind === 'sample' ? before.place.id : undefined,
      after: after?.place.kind === 'sample' ? after.place.id : undefined,
      // The union of two profiles is neither the first one nor of its weight.
      label: after === undefined ? undefined : `${before.title} → ${after.title}`,
      linked: this.#isLinked,
      kinds: before.kinds,
    }) as unknown as FlameGraphElement;
    const fold = build(
      'button',
      {
        type: 'button',
        class: 'button button-quiet lab-fold',
        'aria-expanded': 'true',
        'aria-label': words.foldName,
      },
      words.fold,
    );
    fold.addEventListener('click', () => this.#fold(fold, words));
    const body = build('div', { class: 'lesson-graph-body' }, this.#graph);
    const attributes = { class: 'lab-graph', id, role: 'region' };
    this.element = build('div', { ...attributes, 'aria-label': label ?? words.graph }, fold, body);
    this.#graph.addEventListener('viewchange', () => {
      unmarkStatements();
      onChange();
    });
    this.#graph.addEventListener('frameselect', (event) => {
      const { expression, name } = (event as FrameSelectEvent).detail;
      this.#selected =
        expression === '' ? undefined : { frame: this.#named(expression, name), name };
      onChange();
    });
  }

  get view(): ViewState {
    return this.#graph.view;
  }

  /** The frame that the reader chose last. */
  get selected(): { frame: string; name: string } | undefined {
    return this.#selected;
  }

  /** Draws. `view`: what is shown where the address does not say. The element must be in the page. */
  async show(view: ViewState | null): Promise<void> {
    const { profile, tree } = this.#before;
    const after = this.#after?.profile;
    const start = after === undefined ? defaultView : { ...defaultView, view: 'diff' };
    const wanted = { ...start, ...view, ...this.#sides } as ViewState;
    // By the attribute: a view that is set before there is a profile is not kept.
    this.#graph.setAttribute('view', JSON.stringify(wanted));
    // A link to two samples need not say that their difference is wanted; the graph's own links do.
    const params = new URLSearchParams(location.search);
    for (const key of ['sample', 'after']) params.delete(key);
    if (this.#isLinked && !hasViewParams(params)) {
      const address = location.pathname + queryWithView(location.search, wanted);
      history.replaceState(history.state, '', address);
    }
    await this.#graph.show(profile, {
      ...(after === undefined ? {} : { after }),
      ...(tree === undefined ? {} : { tree }),
    });
  }

  /** A view that a statement rests on, in the reader's own orientation and colours. */
  viewOf(sketch: ViewSketch): ViewState {
    const { orientation, color } = this.view;
    const highlight =
      typeof sketch.highlight === 'string' ? [sketch.highlight] : (sketch.highlight ?? []);
    const diff = { ...defaultView.diff, ...sketch.diff };
    return { ...defaultView, orientation, color, ...sketch, highlight, diff, ...this.#sides };
  }

  /** Shows it as a step: the back button leads to the view before. */
  go(sketch: ViewSketch): void {
    const view = this.viewOf(sketch);
    if (this.#isLinked) pushView(view);
    this.#graph.view = view;
    this.#unfold();
    // It stays in sight by itself, but for a screen too low for that.
    const { top, bottom } = this.element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) this.element.scrollIntoView();
  }

  addressOf(sketch: ViewSketch): string {
    if (!this.#isLinked) return `#${this.element.id}`;
    return location.pathname + queryWithView(location.search, this.viewOf(sketch));
  }

  /** Whether the profile that is shown has a frame. */
  has(frame: string): boolean {
    const { tree } = this.#before;
    return tree === undefined || findNode(tree, frame) !== undefined;
  }

  /** Paths from the leaf mean nothing in the other views: there the name alone has to do. */
  #named(expression: string, name: string): string {
    const { view } = this.view;
    const isFromRoot = view !== 'leaf-first' && view !== 'sandwich' && view !== 'functions';
    return isFromRoot ? expression : `"${name.replaceAll('"', '\\"')}"`;
  }

  get #sides(): Pick<ViewState, 'sample' | 'after'> {
    const idOf = (side: OpenedSide | undefined) =>
      side?.place.kind === 'sample' ? side.place.id : '';
    return { sample: idOf(this.#before), after: idOf(this.#after) };
  }

  #fold(button: HTMLElement, words: LabWords): void {
    const isFolded = this.element.toggleAttribute('data-folded');
    button.setAttribute('aria-expanded', String(!isFolded));
    button.setAttribute('aria-label', isFolded ? words.unfoldName : words.foldName);
    button.textContent = isFolded ? words.unfold : words.fold;
  }

  #unfold(): void {
    if (this.element.hasAttribute('data-folded')) {
      this.element.querySelector<HTMLElement>('.lab-fold')?.click();
    }
  }
}

function isLinkable(before: OpenedSide, after: OpenedSide | undefined): boolean {
  return before.place.kind === 'sample' && (after === undefined || after.place.kind === 'sample');
}

/** As the graph itself does it (`page-address.ts`), so that its own Back goes over these steps too. */
function pushView(view: ViewState): void {
  const address = location.pathname + queryWithView(location.search, view);
  if (address === location.pathname + location.search) return;
  const before = history.state as { flameSteps?: number } | null;
  history.pushState({ ...before, flameSteps: (before?.flameSteps ?? 0) + 1 }, '', address);
}
