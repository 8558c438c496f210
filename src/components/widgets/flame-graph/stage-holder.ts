import type { CallTree } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { largeTree } from './graph-trees.ts';
import { loadCanvas, loadTables } from './load-later.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
import { stageKindOf } from './stage-kind.ts';
import type { StageKind } from './stage-kind.ts';
import { nextTask } from './when-idle.ts';
import { SvgStage } from './svg-stage.ts';

type StageMaker = new (element: HTMLElement, options: StageOptions) => Stage;

/** Only SVG comes with the page: the others are loaded when a view first needs them. */
async function loadMaker(kind: Exclude<StageKind, 'svg'>): Promise<StageMaker> {
  if (kind === 'canvas') return (await loadCanvas()).CanvasStage;
  const tables = await loadTables();
  return kind === 'functions' ? tables.FunctionsStage : tables.CallTreeStage;
}

/** The stage that the view needs: it is changed when the view is, in the same place of the page. */
export class StageHolder {
  readonly element: HTMLElement;
  readonly #options: StageOptions;
  #stage: Stage | undefined;
  #kind: StageKind | undefined;
  #wanted: FlameGraphView | undefined;
  #tree: CallTree | undefined;

  constructor(element: HTMLElement, options: StageOptions) {
    this.element = element;
    this.#options = options;
  }

  /** A click zooms: true of pictures; in a table, also one that is still on its way, it selects. */
  get zooms(): boolean {
    return !['call-tree', 'functions'].includes(this.#wanted?.view ?? '');
  }

  get focusedRow(): number {
    return this.#stage?.focusedRow ?? -1;
  }

  /** Resolves when the view is to be seen; at once unless a stage has to be loaded. */
  async show(view: FlameGraphView, moving: boolean, inSight?: number): Promise<void> {
    this.#wanted = view;
    const kind = stageKindOf(view);
    if (kind === this.#kind) this.#put(kind, SvgStage, view, moving, inSight);
    else {
      const Maker = kind === 'svg' ? SvgStage : await loadMaker(kind);
      // The controls were a piece of work, and the picture of a large tree is another.
      if (view.tree.size > largeTree) await nextTask();
      // Unless another view came in between.
      const wanted = this.#wanted;
      if (stageKindOf(wanted) === kind) this.#put(kind, Maker, wanted, false, inSight);
    }
  }

  reveal(row: number): void {
    this.#stage?.reveal?.(row);
  }

  focusRow(row: number, byPointer = false): void {
    this.#stage?.focusRow(row, byPointer);
  }

  hitOf(event: Event): Hit | undefined {
    return this.#stage?.hitOf(event);
  }

  dispose(): void {
    this.#stage?.dispose();
  }

  /** @param Maker of the stage, unless it is the one that is there */
  #put(
    kind: StageKind,
    Maker: StageMaker,
    view: FlameGraphView,
    moving: boolean,
    inSight: number | undefined,
  ): void {
    const hadFocus = this.element.contains(document.activeElement);
    if (kind !== this.#kind) {
      this.dispose();
      this.#kind = kind;
      this.#stage = new Maker(this.element, this.#options);
    }
    this.#stage?.show(view, moving, inSight);
    // A sandwich may be higher than its room: the function is what it is about, callers above and callees below.
    if (view.sandwich !== undefined && this.#tree !== view.tree && !inSight) {
      const { clientHeight } = this.element;
      this.element.scrollTop =
        -view.layout.firstDepth * this.#options.rowHeightPx - clientHeight / 2;
    }
    this.#tree = view.tree;
    // The element that had it is gone: another tree, another stage, a frame out of sight.
    if (hadFocus && !this.element.contains(document.activeElement)) this.focusRow(this.focusedRow);
  }
}
