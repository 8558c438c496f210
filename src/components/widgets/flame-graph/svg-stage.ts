import { levelsOf, paintSvg } from '../../../lib/flame/graph.ts';
import type { Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { roomFor } from './graph-parts.ts';
import { planView } from './plan-view.ts';
import { scrollWithin } from './scroll-within.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

const thinnestPx = 0.5;
const boxesAFrame = 150;
/** Longer than a frame, so that two of these tasks do not share one. */
const frameMs = 20;

/** The live picture as SVG: every box is an element, so the page's own focus and styles apply. */
export class SvgStage implements Stage {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  #svg: SVGSVGElement | null;
  #scene: Scene | undefined;
  #view: FlameGraphView | undefined;
  #focused = -1;
  /** Draws what is not drawn yet. */
  #rest: IterableIterator<void> = [].values();
  #moves: typeof import('./box-moves.ts') | undefined;

  /** Takes over the SVG that the server left in `element`, if there is one. */
  constructor(element: HTMLElement, options: StageOptions) {
    this.element = element;
    this.#options = options;
    this.#svg = element.querySelector('svg.flame-svg');
    // The reader begins: before the first click, key, or step of a lesson.
    for (const name of ['pointerover', 'keydown', 'scroll']) {
      const getReady = async () => (this.#moves ??= await import('./box-moves.ts'));
      addEventListener(name, () => void getReady(), { once: true, passive: true });
    }
  }

  get focusedRow(): number {
    return this.#focused;
  }

  show(view: FlameGraphView, moving: boolean, inSight?: number): void {
    const before = this.#scene;
    const sameTree = this.#view?.tree === view.tree;
    if (!sameTree) this.#focused = view.selected ?? view.root;
    const from = before && this.#view && { scene: before, view: this.#view };
    this.#view = view;
    const scene = (this.#scene = this.#plan(view));
    roomFor(this.element, levelsOf(view.whole) * this.#options.rowHeightPx);
    this.#draw(scene, sameTree, before === undefined);
    if (inSight !== undefined) this.#reveal(inSight);
    if (moving && from !== undefined) this.#moves?.moveBoxes(this.#svg, from, { scene, view });
  }

  focusRow(row: number): void {
    if (this.#view === undefined) return;
    Array.from(this.#rest); // or it would put the tab stop back
    const old = this.#boxOf(this.#focused);
    this.#focused = row;
    if (this.#boxOf(row) === null) this.#draw((this.#scene = this.#plan(this.#view)), true);
    old?.setAttribute('tabindex', '-1');
    const box = this.#boxOf(row) ?? this.#boxOf(-1);
    box?.setAttribute('tabindex', '0');
    box?.focus({ preventScroll: true });
    this.#reveal(row);
  }

  #reveal(row: number): void {
    scrollWithin(this.element, this.#boxOf(row)?.querySelector('rect'));
  }

  hitOf(event: Event): Hit | undefined {
    const box = event.target instanceof Element ? event.target.closest('.flame-box') : null;
    if (box === null || this.#svg?.contains(box) !== true) return undefined;
    const value = (name: string) => Number(box.getAttribute(`data-${name}`));
    if (!box.classList.contains('held')) return { kind: 'frame', row: value('row') };
    const [start, weight] = [value('x'), value('w')];
    return { kind: 'held', held: value('held'), weight, window: [start, start + weight] };
  }

  dispose(): void {
    this.#svg?.remove();
    this.#svg = null;
  }

  #plan(view: FlameGraphView): Scene {
    const { locale, label, measure, rowHeightPx } = this.#options;
    return planView(view, {
      locale,
      measure,
      rowHeightPx,
      thinnestPx,
      label: label(view),
      widthPx: Math.max(this.element.clientWidth, 200),
      keep: [this.#focused, ...(view.selected === undefined ? [] : [view.selected])],
    });
  }

  /** Puts the scene into the page; boxes of the same row keep their element, and so the focus. */
  #draw(scene: Scene, sameTree: boolean, isFirst = false): void {
    Array.from(this.#rest);
    const template = document.createElement('template');
    template.innerHTML = trustedMarkup(
      paintSvg(scene, {
        tabStop: this.#tabStop(scene),
        describedBy: this.#options.describedBy,
      }),
    );
    const fresh = template.content.firstChild as SVGSVGElement;
    const svg = this.#svg;
    if (svg === null) return this.element.prepend((this.#svg = fresh));
    const isAlike = isFirst && fresh.getAttribute('height') === svg.getAttribute('height');
    copyAttributes(fresh, svg);
    if (!isAlike && !sameTree) return svg.replaceChildren(...fresh.childNodes);
    this.#rest = updateBoxes(svg, fresh);
    if (isAlike) this.#goOn();
    else Array.from(this.#rest);
  }

  /** Takes over what the server painted, which is alike but for its labels, some boxes in each frame. */
  #goOn(): void {
    setTimeout(() => {
      if (!this.#rest.next().done) this.#goOn();
    }, frameMs);
  }

  #tabStop(scene: Scene): number {
    const { boxes } = scene;
    return (boxes.find(({ row }) => row === this.#focused) ?? boxes[0])?.row ?? -1;
  }

  #boxOf(row: number): SVGGElement | null {
    return this.#svg?.querySelector(`.flame-box[data-row="${row}"]:not(.held)`) ?? null;
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) {
    if (to.getAttribute(name) !== value) to.setAttribute(name, value);
  }
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
}

/** Elements stay where they can: a double click needs both clicks on one element. */
function becomeLike(element: Element, model: Element): void {
  copyAttributes(model, element);
  const [mine, wanted] = [element.childNodes, model.childNodes];
  const isAlike =
    mine.length === wanted.length &&
    [...mine].every((node, i) => node.nodeName === wanted[i]?.nodeName);
  if (!isAlike) return element.replaceChildren(...wanted);
  mine.forEach((node, i) => {
    const like = wanted[i];
    if (node instanceof Element && like instanceof Element) becomeLike(node, like);
    else if (like !== undefined && node.nodeValue !== like.nodeValue)
      node.nodeValue = like.nodeValue;
  });
}

/** Yields after as many boxes as a frame has time for. */
function* updateBoxes(svg: SVGSVGElement, fresh: SVGSVGElement): Generator<void, void> {
  const known = new Map<string, Element>();
  for (const box of svg.children) known.set(keyOfBox(box), box);
  let last: Element | undefined;
  let drawn = 0;
  for (const box of [...fresh.children]) {
    if (++drawn % boxesAFrame === 0) yield;
    const key = keyOfBox(box);
    const old = known.get(key);
    // Rows ascend in both, so an element never has to move (which would lose the focus).
    if (old !== undefined) becomeLike(old, box);
    else if (last === undefined) svg.prepend(box);
    else last.after(box);
    known.delete(key);
    last = old ?? box;
  }
  for (const box of known.values()) box.remove();
}

function keyOfBox(box: Element): string {
  return `${box.getAttribute('data-row')} ${box.classList.contains('held')}`;
}
