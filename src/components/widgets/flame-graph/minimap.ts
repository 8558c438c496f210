import {
  BoxColumns,
  cullBoxes,
  Outline,
  paintCanvas,
  wholeViewport,
} from '../../../lib/flame/canvas.ts';
import { levelsOf } from '../../../lib/flame/graph.ts';
import type { CanvasPalette, RowLooks } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

const heightPx = 44;

/**
 * The whole of a large graph in a strip, with the window on it; dragging moves the window. All that
 * it does the keys and the breadcrumb do too, so it is for the pointer alone.
 */
export class Minimap {
  readonly element: HTMLElement;
  readonly #canvas = build('canvas');
  readonly #window = build('div', { class: 'flame-minimap-window' });
  readonly #boxes = new BoxColumns();
  #outline: Outline | undefined;
  #isWhole = false;
  /** Some slivers were drawn grey, because what they are was not at hand. */
  #isWaiting = false;
  #drawn: readonly unknown[] = [];
  /** What the boxes were found for. */
  #placed: readonly unknown[] = [];

  constructor(title: string, slideTo: (middle: number) => void, signal: AbortSignal) {
    this.element = build(
      'div',
      { class: 'flame-minimap', 'aria-hidden': 'true', title },
      this.#canvas,
      this.#window,
    );
    const slide = (event: PointerEvent) => {
      if (event.buttons !== 1 || this.#isWhole) return;
      const { left, width } = this.element.getBoundingClientRect();
      this.element.setPointerCapture(event.pointerId);
      slideTo((event.clientX - left) / width);
    };
    this.element.addEventListener('pointerdown', slide, { signal });
    this.element.addEventListener('pointermove', slide, { signal });
  }

  /** At once, so that the page is laid out once. In a lesson there is room for it only while a part is shown. */
  place({ window: [left, right], whole: { extent } }: FlameGraphView): void {
    this.#isWhole = left <= 0 && right >= extent;
    this.element.toggleAttribute('data-whole', this.#isWhole);
    this.#window.style.insetInlineStart = `${(left / extent) * 100}%`;
    this.#window.style.inlineSize = `${((right - left) / extent) * 100}%`;
  }

  /** What all slivers are is known now; true if some were drawn without: then it wants to be shown again. */
  forgetGrey(): boolean {
    if (this.#isWaiting) this.#drawn = [];
    return this.#isWaiting;
  }

  /** While all is shown it says nothing that the picture does not, and waits until that is painted. */
  get canWait(): boolean {
    return this.#isWhole;
  }

  /** Only when something other than the window changed. */
  draw(view: FlameGraphView, looks: RowLooks, palette: CanvasPalette, widthPx: number): void {
    const { tree, whole: layout, colors, rootOnTop, state } = view;
    const scale = devicePixelRatio;
    const now = [
      tree,
      layout,
      colors,
      rootOnTop,
      state.search,
      // Lists of a state that was read are other lists with the same texts.
      JSON.stringify([state.muted, state.highlight]),
      palette,
      scale,
      widthPx,
    ];
    if (now.every((each, i) => each === this.#drawn[i]) || widthPx === 0) return;
    this.#drawn = now;
    const rowHeightPx = heightPx / levelsOf(layout);
    this.#canvas.width = Math.round(widthPx * scale);
    this.#canvas.height = Math.round(heightPx * scale);
    const viewport = wholeViewport(layout, { widthPx, rowHeightPx, rootOnTop });
    const place = [layout, rootOnTop, widthPx];
    // A search colours the same boxes.
    let outline = this.#outline;
    if (outline === undefined || !place.every((each, i) => each === this.#placed[i])) {
      this.#outline = outline = new Outline(layout);
      cullBoxes(layout, viewport, 1, this.#boxes, outline);
    }
    this.#placed = place;
    const surface = this.#canvas.getContext('2d');
    const picture = { layout, viewport, boxes: this.#boxes, outline, palette, scale };
    if (surface === null) return;
    const waiting = paintCanvas(
      { ...picture, looks: { ...looks, isCaller: () => false } },
      surface,
    );
    this.#isWaiting = waiting > 0;
  }
}
