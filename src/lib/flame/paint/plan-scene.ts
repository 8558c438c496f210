import type { ColorScheme } from '../color/color-scheme.ts';
import type { BoxColumns } from '../layout/box-columns.ts';
import { allRow, cullBoxes } from '../layout/cull-boxes.ts';
import { fitLabel } from '../layout/fit-label.ts';
import type { MeasureText } from '../layout/fit-label.ts';
import { layoutOfTree, levelsOf } from '../layout/flame-layout.ts';
import type { FlameLayout } from '../layout/flame-layout.ts';
import { isBeside, isLeaf } from '../layout/neighbours.ts';
import { siblingPlaces } from '../layout/sibling-places.ts';
import type { SiblingPlace } from '../layout/sibling-places.ts';
import { topOfDepth, windowOfRow } from '../layout/viewport.ts';
import type { Viewport } from '../layout/viewport.ts';
import { displayName } from '../text/shown-name.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { describeFrame, describeHeld, factsOf } from './describe.ts';
import type { FrameFacts } from './describe.ts';
import type { BoxMark, PaintedBox, Scene } from './scene.ts';

/** What is shown of a tree, and how. */
export interface SceneOptions {
  /** Where the boxes lie; the tree's own layout by default. */
  readonly layout?: FlameLayout;
  /** Left and right edge of the window, as the layout's edges; the whole by default. */
  readonly window?: readonly [left: number, right: number];
  /** Icicle: the root is at the top. */
  readonly rootOnTop?: boolean;
  /** Width in CSS pixels that labels are fitted to, and frames are thin by. */
  readonly widthPx?: number;
  readonly rowHeightPx?: number;
  /** Frames narrower than this are gathered into aggregates. 0 (default): every frame is a box. */
  readonly thinnestPx?: number;
  /** Rows that are a box in any case, such as the one that has the focus. */
  readonly keep?: readonly number[];
  readonly locale?: string;
  /** Spoken name of the picture. */
  readonly label?: string;
  readonly colors?: ColorScheme;
  readonly isMatched?: (row: number) => boolean;
  readonly isDimmed?: (row: number) => boolean;
  /** Row that the view is zoomed to: its callers are marked. */
  readonly root?: number;
  readonly selected?: number;
  readonly measure?: MeasureText;
  /** What is said of a row; its name, share, weight and self weight by default. */
  readonly titleOf?: (row: number) => string;
  /** Stands before a row's label: `+` for a frame that grew. */
  readonly signOf?: (row: number) => string;
}

const labelPaddingPx = 8;
/** Advance of a character of the labels' font before the page could measure it. */
const usualAdvancePx = 6.7;

/** What a box may say of its frame, from the fullest to the shortest. */
export function labelWordings(name: string): string[] {
  return (['tidy', 'short', 'shortest'] as const).map((level) => displayName(name, { level }));
}

/** Decides what is drawn and where: boxes in pre-order, positions in x as shares. Draws nothing. */
export function planScene(tree: CallTree, options: SceneOptions = {}): Scene {
  const planning = new Planning(tree, options);
  const { layout, viewport } = planning;
  const columns = cullBoxes(layout, viewport, options.thinnestPx ?? 0);
  return {
    label: options.label ?? '',
    unit: tree.unit,
    totalWeight: tree.totalWeight,
    extent: layout.extent,
    widthPx: viewport.widthPx,
    heightPx: viewport.heightPx,
    rowHeightPx: viewport.rowHeightPx,
    rootOnTop: viewport.rootOnTop,
    boxes: planning.boxesOf(columns),
  };
}

class Planning {
  readonly layout: FlameLayout;
  readonly viewport: Viewport;
  readonly #tree: CallTree;
  readonly #options: SceneOptions;
  readonly #locale: string;
  readonly #placeOf: (row: number) => SiblingPlace;

  constructor(tree: CallTree, options: SceneOptions) {
    this.#tree = tree;
    this.#options = options;
    this.#locale = options.locale ?? 'en';
    this.layout = options.layout ?? layoutOfTree(tree);
    this.#placeOf = siblingPlaces(this.layout);
    const rowHeightPx = options.rowHeightPx ?? 22;
    const [left, right] = options.window ?? windowOfRow(this.layout, allRow);
    this.viewport = {
      left,
      right,
      widthPx: options.widthPx ?? 1000,
      rowHeightPx,
      rootOnTop: options.rootOnTop ?? false,
      scrollPx: 0,
      heightPx: levelsOf(this.layout) * rowHeightPx,
    };
  }

  boxesOf(columns: BoxColumns): PaintedBox[] {
    const boxes: PaintedBox[] = [];
    const drawn = new Set<number>();
    for (let i = 0; i < columns.count; i++) {
      const row = columns.row[i]!; // i < count
      drawn.add(row);
      boxes.push(this.#frameBox(row, columns.depth[i]!, columns.x0[i]!, columns.x1[i]!));
    }
    for (let i = 0; i < columns.thinCount; i++) boxes.push(this.#heldBox(columns, i));
    for (const row of this.#options.keep ?? []) {
      if (row >= 0 && row < this.#tree.size && !drawn.has(row)) boxes.push(this.#thinBox(row));
    }
    return boxes.sort((a, b) => a.row - b.row);
  }

  #frameBox(row: number, depth: number, x0: number, x1: number): PaintedBox {
    const { layout, viewport } = this;
    const facts = factsOf(this.#tree, row, this.#locale);
    const { measure = (text) => text.length * usualAdvancePx, titleOf, signOf } = this.#options;
    const sign = signOf?.(row) ?? '';
    const signed = (wording: string) => (sign === '' ? wording : `${sign} ${wording}`);
    const room = x1 - x0 - labelPaddingPx;
    const hasRoom = room > usualAdvancePx * 2;
    const wordings = () => (row === allRow ? [facts.name] : labelWordings(facts.name));
    return {
      row,
      x: x0 / viewport.widthPx,
      width: (x1 - x0) / viewport.widthPx,
      y: topOfDepth(layout, viewport, depth),
      start: layout.start[row] ?? 0, // of everything 0
      weight: row === allRow ? layout.extent : (layout.width[row] ?? 0),
      name: facts.name,
      label: hasRoom ? fitLabel(wordings().map(signed), room, measure) : '',
      title: titleOf?.(row) ?? describeFrame(facts, this.#locale),
      color: this.#colorOf(row),
      marks: this.#marksOf(row, facts),
      level: depth - layout.firstDepth + 1,
      ...this.#placeOf(row),
      hasChildren: !isLeaf(layout, row),
      held: 1,
    };
  }

  /** A kept row that is too thin for a box of its own: as wide as it is, wherever it is. */
  #thinBox(row: number): PaintedBox {
    const { left, right, widthPx } = this.viewport;
    const scale = widthPx / (right - left);
    const start = this.layout.start[row] ?? 0;
    const edge = (weight: number) => Math.min(Math.max((weight - left) * scale, 0), widthPx);
    const x0 = edge(start);
    const x1 = edge(start + (this.layout.width[row] ?? 0));
    return this.#frameBox(row, this.layout.depth[row] ?? 0, x0, x1);
  }

  #heldBox(columns: BoxColumns, i: number): PaintedBox {
    const { layout, viewport } = this;
    const row = columns.thinRow[i]!; // i < thinCount, here and below
    const depth = columns.thinDepth[i]!;
    const held = columns.thinHeld[i]!;
    const weight = columns.thinWeight[i]!;
    return {
      row,
      x: columns.thinX0[i]! / viewport.widthPx,
      width: (columns.thinX1[i]! - columns.thinX0[i]!) / viewport.widthPx,
      y: topOfDepth(layout, viewport, depth),
      start: layout.start[row] ?? 0,
      weight,
      name: '',
      label: '',
      title: describeHeld(held, weight / layout.extent, this.#locale),
      color: 'kind-unknown',
      marks: ['held'],
      level: depth - layout.firstDepth + 1,
      ...this.#placeOf(row),
      hasChildren: false,
      held,
    };
  }

  #colorOf(row: number): string {
    const { colors } = this.#options;
    if (row === allRow || colors === undefined) return row === allRow ? 'kind-all' : 'kind-unknown';
    return colors.classes[colors.classOf(row)] ?? 'kind-unknown';
  }

  #marksOf(row: number, { isNoise }: FrameFacts): BoxMark[] {
    const { isMatched, isDimmed, root = allRow, selected } = this.#options;
    const marks: BoxMark[] = [];
    if (selected === row) marks.push('selected');
    if (row === allRow) return marks;
    if (isMatched?.(row) === true) marks.push('matched');
    if (isDimmed?.(row) === true) marks.push('dimmed');
    if (isNoise) marks.push('noise');
    if (isBeside(this.layout, root, row)) marks.push('caller');
    return marks;
  }
}
