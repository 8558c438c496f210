import {
  BoxColumns,
  CanvasPainter,
  Outline,
  cullBoxes,
  depthAt,
  isBeside,
  noiseBelow,
  rowAtPoint,
  thinAtPoint,
  topOfDepth,
  weightAt,
} from '../../../lib/flame/canvas.ts';
import { allNodes, displayName, frameKinds, levelsOf } from '../../../lib/flame/graph.ts';
import type {
  CallTree,
  CanvasPalette,
  ColorScheme,
  FlameLayout,
  RowLooks,
  Viewport,
} from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { BoxMotion } from './box-motion.ts';
import { forgetPalettes, paletteFor } from './canvas-palette.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { ColorAhead } from './color-ahead.ts';
import { focusOnRelease } from './focus-on-release.ts';
import { roomFor } from './graph-parts.ts';
import { advanceOf } from './label-font.ts';
import { Minimap } from './minimap.ts';
import { printAsSvg } from './print-svg.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
import { rareWords } from './rare-words.ts';
import { rowsToName } from './rows-to-name.ts';
import { listenToDensity } from './screen-density.ts';
import { slideTo } from './slide-to.ts';
import { shownRow } from './tree-keys.ts';
import { VirtualTree } from './virtual-tree.ts';
import { whenIdle } from './when-idle.ts';

// After the reader has stopped zooming or panning: the elements of a tree are dear to move.
const settleMs = 120;

/**
 * The live picture of a large graph: a canvas of the size of the screen, drawn anew for every
 * window and scroll position, with a tree of elements over it for the keyboard and screen readers.
 */
export class CanvasStage implements Stage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  readonly #canvas = build('canvas', { class: 'flame-canvas', 'aria-hidden': 'true' });
  readonly #frame: HTMLElement;
  readonly #tree: VirtualTree;
  readonly #minimap: Minimap;
  readonly #motion = new BoxMotion();
  readonly #colorAhead = new ColorAhead(
    () => this.#requestDraw(),
    () => {
      if (this.#minimap.forgetGrey()) this.#requestDraw();
    },
  );
  readonly #boxes = new BoxColumns();
  readonly #painter = new CanvasPainter();
  /** What the boxes were found for; empty while they move. */
  #placed: readonly unknown[] = [];
  /** What colours, and signs before names, the boxes on the canvas have. */
  #colors: ColorScheme | undefined;
  readonly #lifetime = new AbortController();
  readonly #labels = new Map<number, readonly string[]>();
  #outline: Outline | undefined;
  #view: FlameGraphView | undefined;
  #looks: RowLooks | undefined;
  #viewport: Viewport | undefined;
  #measured: FlameLayout | undefined;
  /** Room above a flame graph that is lower than the picture. */
  #blankPx = 0;
  #focused = allNodes;
  #settle = 0;
  #frameRequest = 0;
  #cancelIdle = () => {};

  constructor(element: HTMLElement, options: StageOptions) {
    this.element = element;
    this.#options = options;
    this.#tree = new VirtualTree(options.locale, options.describedBy);
    this.#frame = build('div', { class: 'flame-canvas-frame' }, this.#canvas, this.#tree.element);
    element.replaceChildren(this.#frame);
    element.classList.add('has-canvas');
    const { signal } = this.#lifetime;
    const slide = (middle: number) => {
      if (this.#view !== undefined) options.change(slideTo(this.#view, middle));
    };
    this.#minimap = new Minimap(rareWords(options.locale).minimap, slide, signal);
    // The server has left room for it.
    const room = element.previousElementSibling;
    if (room?.classList.contains('flame-minimap')) room.remove();
    element.before(this.#minimap.element);
    printAsSvg(element, () => this.#view, options, signal);
    focusOnRelease(element, signal);
    const onScroll = () => {
      // What was scrolled to before it was drawn needs no second picture.
      if (element.scrollTop - this.#blankPx !== this.#viewport?.scrollPx) this.#requestDraw();
    };
    element.addEventListener('scroll', onScroll, { signal, passive: true });
    const heights = new ResizeObserver(() => {
      const before = this.#viewport?.heightPx;
      if (before !== undefined && before !== element.clientHeight) this.#requestDraw();
    });
    heights.observe(element);
    signal.addEventListener('abort', () => heights.disconnect());
    listenToTheme(() => {
      forgetPalettes();
      this.#requestDraw();
    }, signal);
    listenToDensity(() => this.#requestDraw(), signal);
    // The browser took the canvas's memory away, and has given it back empty.
    const onRestored = () => {
      this.#painter.forget();
      this.#requestDraw();
    };
    this.#canvas.addEventListener('contextrestored', onRestored, { signal });
  }

  /** Reads the colours of kinds and looks the fonts up. */
  static getReady(host: HTMLElement): void {
    paletteFor(
      host,
      frameKinds.map((kind) => `kind-${kind}`),
    );
    const above = build(
      'div',
      { class: 'flame-above visually-hidden', 'aria-hidden': 'true' },
      'm',
    );
    host.append(above);
    advanceOf(getComputedStyle(above));
    above.remove();
  }

  get focusedRow(): number {
    return this.#focused;
  }

  show(view: FlameGraphView, moving: boolean, inSight?: number): void {
    const before = this.#view;
    const isOther = before !== undefined && before.tree !== view.tree;
    if (isOther && moving) this.#motion.leave(before.tree, this.#boxes);
    else this.#motion.stop();
    this.#view = view;
    if (before?.tree !== view.tree) this.#startTree(view);
    const { rowHeightPx } = this.#options;
    const height = levelsOf(view.layout) * rowHeightPx;
    if (before?.layout !== view.layout) this.#resize(height);
    const flipped = before?.rootOnTop !== view.rootOnTop;
    if (flipped) this.element.scrollTop = view.rootOnTop ? 0 : height;
    this.#looks = this.#looksOf(view);
    this.#minimap.place(view);
    if (inSight !== undefined) {
      this.#measure(view);
      this.reveal(inSight);
    }
    // A picture that changes outside of a frame may have to wait for the next: the browser asks whether it can still
    // be done in this one. So it changes within it, but for the first, which nothing is shown before.
    if (before === undefined) this.#draw();
    else this.#requestDraw();
  }

  /** What is on the screen stays where it is, as far from the root: the foot of a flame graph does not move. */
  #resize(heightPx: number): void {
    const view = this.#view!; // the one that is shown
    const { rowHeightPx } = this.#options;
    const fromFoot = this.#frame.clientHeight - this.element.scrollTop;
    roomFor(this.element, levelsOf(view.whole) * rowHeightPx);
    this.#frame.style.blockSize = `${heightPx}px`;
    if (!view.rootOnTop) this.element.scrollTop = this.#frame.clientHeight - fromFoot;
  }

  reveal(row: number): void {
    const { y, height } = this.#placeOf(row);
    const top = this.element.scrollTop;
    if (y < top) this.element.scrollTop = y - height;
    const bottom = y + 2 * height - this.element.clientHeight;
    if (top < bottom) this.element.scrollTop = bottom;
  }

  focusRow(row: number, byPointer = false): void {
    if (this.#view === undefined || this.#viewport === undefined) return;
    this.#focused = row;
    if (byPointer) return; // the click draws
    // Another view may be shown that is not drawn yet.
    this.#measure(this.#view);
    this.reveal(row);
    this.#draw();
    this.#showTree();
    this.#tree.itemOf(row)?.focus({ preventScroll: true });
  }

  hitOf(event: Event): Hit | undefined {
    const item = event.target instanceof Element ? event.target.closest('.flame-item') : null;
    if (!(event instanceof MouseEvent) || isFromKeyboard(event)) {
      return item === null
        ? undefined
        : { kind: 'frame', row: Number(item.getAttribute('data-row')) };
    }
    if (this.#view === undefined || this.#viewport === undefined) return undefined;
    const frame = this.#frame.getBoundingClientRect();
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top - this.#blankPx;
    const { layout } = this.#view;
    const thin = thinAtPoint(this.#boxes, depthAt(layout, this.#viewport, y), x);
    const row = rowAtPoint(layout, this.#viewport, x, y);
    // What is a pixel of the screen wide is a box.
    const isBox = row !== undefined && this.#widthOf(row) * devicePixelRatio >= 1;
    if (row !== undefined && (thin === undefined || isBox)) {
      return { kind: 'frame', row };
    }
    return thin === undefined ? undefined : this.#heldAt(thin);
  }

  dispose(): void {
    this.#lifetime.abort();
    this.#cancelTree();
    this.#colorAhead.stop();
    cancelAnimationFrame(this.#frameRequest);
    this.element.classList.remove('has-canvas');
    this.#minimap.element.remove();
    this.#frame.remove();
  }

  #startTree(view: FlameGraphView): void {
    this.#focused = shownRow(view, view.selected ?? view.root);
    this.#tree.clear();
    this.#labels.clear();
    this.#outline = new Outline(view.layout);
  }

  #requestDraw(): void {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const view = this.#view;
    const surface = this.#canvas.getContext('2d', { alpha: true });
    const outline = this.#outline;
    if (view === undefined || surface === null) return;
    if (this.#looks === undefined || outline === undefined) return;
    const scale = devicePixelRatio;
    const viewport = this.#measure(view);
    const inPlace = this.#placeBoxes(view, viewport, scale) && this.#colors === view.colors;
    this.#colors = view.colors;
    if (this.#placed.length === 0) this.#requestDraw();
    const hasFocus = this.#tree.element.contains(document.activeElement);
    const waiting = this.#painter.paint(
      {
        layout: view.layout,
        viewport,
        boxes: this.#boxes,
        outline,
        looks: this.#looks,
        palette: this.#currentPalette(view),
        scale,
        selected: view.selected,
        focused: hasFocus ? this.#focused : undefined,
      },
      surface,
      inPlace,
    );
    this.#colorAhead.follow(view, this.#boxes, waiting > 0);
    if (!this.#minimap.canWait) this.#drawMap();
    this.#cancelTree();
    this.#settle = window.setTimeout(() => {
      this.#cancelIdle = whenIdle(() => {
        this.#showTree();
        if (this.#minimap.element.checkVisibility()) this.#drawMap();
      }, 400);
    }, settleMs);
  }

  /** A search or a selection changes how boxes look, and not where they are: then they are kept. */
  #placeBoxes({ tree, layout }: FlameGraphView, viewport: Viewport, scale: number): boolean {
    const { left, right, widthPx, rootOnTop, scrollPx, heightPx } = viewport;
    const place = [layout, left, right, widthPx, rootOnTop, scrollPx, heightPx, scale];
    if (this.#placed.length > 0 && place.every((each, i) => each === this.#placed[i])) return true;
    cullBoxes(layout, viewport, 1 / scale, this.#boxes, this.#outline);
    const isMoving = this.#motion.place(tree, this.#boxes);
    this.#placed = isMoving ? [] : place;
    return false;
  }

  /** Controls that open above the picture make it lower: what is at its foot stays there. */
  #keepFoot({ layout, rootOnTop }: FlameGraphView): void {
    const before = this.#viewport;
    const { clientHeight } = this.element;
    if (before !== undefined && before.heightPx !== clientHeight && this.#measured === layout) {
      const foot = before.scrollPx + this.#blankPx + before.heightPx;
      if (!rootOnTop && !before.rootOnTop) this.element.scrollTop = foot - clientHeight;
    }
    this.#measured = layout;
  }

  /** The viewport as the element is now; the canvas gets its size. */
  #measure(view: FlameGraphView): Viewport {
    this.#keepFoot(view);
    const { clientWidth, clientHeight, scrollTop } = this.element;
    const scale = devicePixelRatio;
    const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.inlineSize = `${clientWidth}px`;
      this.#canvas.style.blockSize = `${clientHeight}px`;
    }
    const [left, right] = view.window;
    const usedPx = levelsOf(view.layout) * this.#options.rowHeightPx;
    this.#blankPx = view.rootOnTop ? 0 : Math.max(clientHeight - usedPx, 0);
    return (this.#viewport = {
      left,
      right,
      widthPx: clientWidth,
      rowHeightPx: this.#options.rowHeightPx,
      rootOnTop: view.rootOnTop,
      scrollPx: scrollTop - this.#blankPx,
      heightPx: clientHeight,
    });
  }

  #currentPalette({ colors }: FlameGraphView): CanvasPalette {
    return paletteFor(this.element, colors.classes);
  }

  #looksOf(view: FlameGraphView): RowLooks {
    const { tree, colors, isMatched, isDimmed, root, layout } = view;
    const noise = noiseBelow(tree) / (tree.weightStep ?? 1);
    return {
      classOf: (row) => colors.classOf(row),
      isClassKnown: (row) => colors.isKnown(row),
      labelsOf: (row) => {
        const labels = this.#labelsOf(tree, row);
        const sign = view.signOf(row);
        return sign === '' ? labels : labels.map((label) => `${sign} ${label}`);
      },
      isMatched,
      isDimmed,
      isNoise: (row) => (tree.total[row] ?? 0) < noise,
      isCaller: (row) => isBeside(layout, root, row),
    };
  }

  #labelsOf(tree: CallTree, row: number): readonly string[] {
    const frame = row === allNodes ? -1 : (tree.frame[row] ?? 0);
    let labels = this.#labels.get(frame);
    if (labels === undefined) {
      const name = row === allNodes ? this.#options.words.all : tree.nameOf(row);
      labels = row === allNodes ? [name] : wordingsOf(name);
      this.#labels.set(frame, labels);
    }
    return labels;
  }

  #drawMap(): void {
    const view = this.#view;
    if (view === undefined || this.#looks === undefined || this.#viewport === undefined) return;
    this.#minimap.draw(view, this.#looks, this.#currentPalette(view), this.#viewport.widthPx);
  }

  #cancelTree(): void {
    clearTimeout(this.#settle);
    this.#cancelIdle();
  }

  #showTree(): void {
    const view = this.#view;
    if (view === undefined) return;
    const wide = rowsToName(this.#boxes);
    const label = this.#options.label(view);
    this.#tree.show(view, wide, this.#focused, label, (each) => this.#placeOf(each));
  }

  #widthOf(row: number): number {
    return this.#placeOf(row).width;
  }

  #placeOf(row: number) {
    const { layout } = this.#view!; // only called while a view is shown
    const viewport = this.#viewport!; // drawn before
    const perUnit = viewport.widthPx / (viewport.right - viewport.left);
    const edge = (weight: number) =>
      Math.min(Math.max((weight - viewport.left) * perUnit, 0), viewport.widthPx);
    const isAll = row === allNodes;
    const start = isAll ? viewport.left : (layout.start[row] ?? 0);
    const end = isAll ? viewport.right : start + (layout.width[row] ?? 0);
    const depth = isAll ? layout.firstDepth : (layout.depth[row] ?? 0);
    return {
      x: edge(start),
      y: topOfDepth(layout, viewport, depth) + this.#blankPx,
      width: edge(end) - edge(start),
      height: viewport.rowHeightPx,
    };
  }

  #heldAt(i: number): Hit {
    const viewport = this.#viewport!; // there is an aggregate, so it was drawn
    const { thinHeld, thinWeight, thinX0, thinX1 } = this.#boxes;
    const left = weightAt(viewport, thinX0[i] ?? 0);
    const right = weightAt(viewport, Math.max(thinX1[i] ?? 0, (thinX0[i] ?? 0) + 1e-6));
    const [held, weight] = [thinHeld[i] ?? 0, thinWeight[i] ?? 0];
    return { kind: 'held', held, weight, window: [left, right] };
  }
}

function wordingsOf(name: string): string[] {
  return [displayName(name), displayName(name, { level: 'shortest' })];
}

/** A click that Enter or a screen reader made has no place on the screen. */
function isFromKeyboard(event: MouseEvent): boolean {
  return event.detail === 0 && event.type === 'click' && event.clientX === 0 && event.clientY === 0;
}

function listenToTheme(onChange: () => void, signal: AbortSignal): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', onChange, { signal });
  }
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
}
