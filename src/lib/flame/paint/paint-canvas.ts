import type { BoxColumns } from '../layout/box-columns.ts';
import type { FlameLayout } from '../layout/flame-layout.ts';
import { topOfDepth } from '../layout/viewport.ts';
import type { Viewport } from '../layout/viewport.ts';
import type { BoxFills, CanvasPalette, CanvasSurface } from './canvas-surface.ts';

/** What decides how a row looks. */
export interface RowLooks {
  /** Index into the palette's fills. */
  classOf(row: number): number;
  /** Whether the class is at hand: a sliver whose class is not is grey, and drawn again later. */
  isClassKnown?(row: number): boolean;
  /** Wordings of a row's label, from the fullest to the shortest. */
  labelsOf(row: number): readonly string[];
  isMatched(row: number): boolean;
  isDimmed(row: number): boolean;
  isNoise(row: number): boolean;
  isCaller(row: number): boolean;
}

/** All that decides the pixels of one frame; nothing is kept between two. */
export interface CanvasPicture {
  readonly layout: FlameLayout;
  readonly viewport: Viewport;
  readonly boxes: BoxColumns;
  readonly looks: RowLooks;
  readonly palette: CanvasPalette;
  /** Device pixels to a CSS pixel. */
  readonly scale: number;
  readonly selected?: number | undefined;
  /** The row with the focus ring. */
  readonly focused?: number | undefined;
}

type FillName = keyof BoxFills;
const fillNames: readonly FillName[] = ['plain', 'noise', 'caller', 'dimmed', 'matched'];
const labelPaddingPx = 4;
const narrowestLabelPx = 28;
/** Wider boxes are never drawn without their colour. */
const sliverPx = 3;

// Scratch columns, kept from picture to picture so that drawing allocates nothing.
let fillOf = new Uint16Array(1024);
let inOrder = new Int32Array(1024);

/**
 * Draws what `cullBoxes` found. Boxes are whole device pixels; all of one fill are drawn together,
 * since changing the colour costs more than a rectangle. x and y are those of the canvas: the
 * viewport's scroll position is taken off.
 *
 * @returns how many slivers were drawn grey, because what they are was not at hand
 */
export function paintCanvas(picture: CanvasPicture, surface: CanvasSurface): number {
  const { viewport, scale, boxes } = picture;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  const widthPx = Math.ceil(viewport.widthPx * scale);
  surface.clearRect(0, 0, widthPx, Math.ceil(viewport.heightPx * scale));
  const waiting = sortByFill(picture);
  const geometry = geometryOf(picture);
  paintHeld(picture, surface, geometry);
  let fill = -1;
  for (let k = 0; k < boxes.count; k++) {
    const i = inOrder[k]!; // k < count, and i is a box: here and below
    if (fillOf[i] !== fill) {
      fill = fillOf[i]!;
      surface.fillStyle = fillStyleOf(picture.palette, fill);
    }
    const x0 = Math.round(boxes.x0[i]! * scale);
    const x1 = Math.max(Math.round(boxes.x1[i]! * scale), x0 + 1);
    // Wide boxes leave a pixel between them; thin ones would be all gap.
    const gap = x1 - x0 > 3 ? 1 : 0;
    surface.fillRect(x0, geometry.topOf(boxes.depth[i]!), x1 - x0 - gap, geometry.height);
  }
  paintLabels(picture, surface, geometry);
  paintRings(picture, surface, geometry);
  return waiting;
}

interface Geometry {
  /** Height of a box in device pixels. */
  readonly height: number;
  readonly rowHeight: number;
  /** Top edge on the canvas, in device pixels. */
  topOf(depth: number): number;
}

function geometryOf({ layout, viewport, scale }: CanvasPicture): Geometry {
  // In a minimap a level may be less than a pixel high: levels then share pixels.
  const rowHeight = Math.max(Math.ceil(viewport.rowHeightPx * scale), 1);
  return {
    rowHeight,
    height: rowHeight > 3 ? rowHeight - 1 : rowHeight,
    topOf: (depth) => Math.round((topOfDepth(layout, viewport, depth) - viewport.scrollPx) * scale),
  };
}

const fillOfAll = 0xffff;

/**
 * A number for each box's fill, and the boxes in the order of these numbers: a counting sort. What
 * kind of code a name is takes microseconds, so thousands of slivers are not asked all at once.
 */
function sortByFill({ boxes, looks, palette }: CanvasPicture): number {
  if (fillOf.length < boxes.count) {
    fillOf = new Uint16Array(boxes.row.length);
    inOrder = new Int32Array(boxes.row.length);
  }
  const kinds = palette.fills.length * fillNames.length;
  const grey = kinds;
  const firstOf = new Int32Array(kinds + 3);
  let waiting = 0;
  for (let i = 0; i < boxes.count; i++) {
    const row = boxes.row[i]!; // i < count
    let fill = fillOfAll;
    if (row >= 0) {
      const isSliver = boxes.x1[i]! - boxes.x0[i]! < sliverPx;
      if (isSliver && looks.isClassKnown?.(row) === false) {
        fill = grey;
        waiting++;
      } else fill = looks.classOf(row) * fillNames.length + markOf(looks, row);
    }
    fillOf[i] = fill;
    firstOf[placeOf(fill, kinds) + 1]!++; // a fill, grey, or "all" at the end
  }
  for (let place = 0; place <= kinds + 1; place++) firstOf[place + 1]! += firstOf[place]!;
  for (let i = 0; i < boxes.count; i++) {
    inOrder[firstOf[placeOf(fillOf[i]!, kinds)]!++] = i; // as above
  }
  return waiting;
}

function placeOf(fill: number, kinds: number): number {
  return Math.min(fill, kinds + 1);
}

/** Index into `fillNames`: the mark that says most. */
function markOf(looks: RowLooks, row: number): number {
  if (looks.isMatched(row)) return 4;
  if (looks.isDimmed(row)) return 3;
  if (looks.isCaller(row)) return 2;
  return looks.isNoise(row) ? 1 : 0;
}

function fillStyleOf(palette: CanvasPalette, fill: number): string {
  if (fill === fillOfAll) return palette.all;
  const fills = palette.fills[Math.floor(fill / fillNames.length)];
  return fills?.[fillNames[fill % fillNames.length] ?? 'plain'] ?? palette.held;
}

/** Frames below a pixel: a column as high as what they call, so that no spire is missing. */
function paintHeld(
  { boxes, palette, scale, layout }: CanvasPicture,
  surface: CanvasSurface,
  geometry: Geometry,
): void {
  surface.fillStyle = palette.held;
  const width = Math.max(Math.round(scale), 1);
  for (let i = 0; i < boxes.spireCount; i++) {
    const depth = boxes.spireDepth[i]!; // i < spireCount
    const height = Math.min(boxes.spireHeight[i]!, layout.lastDepth - depth + 1);
    const first = geometry.topOf(depth);
    const last = geometry.topOf(depth + height - 1);
    const top = Math.min(first, last);
    surface.fillRect(
      Math.round(boxes.spireX[i]! * scale),
      top,
      width,
      Math.abs(last - first) + geometry.height,
    );
  }
}

function paintLabels(picture: CanvasPicture, surface: CanvasSurface, geometry: Geometry): void {
  const { boxes, palette, scale, looks } = picture;
  if (geometry.rowHeight < 12 * scale) return; // a minimap
  surface.font = palette.font;
  surface.textBaseline = 'middle';
  for (let i = 0; i < boxes.count; i++) {
    const width = boxes.x1[i]! - boxes.x0[i]!; // i < count
    if (width < narrowestLabelPx) continue;
    const row = boxes.row[i]!;
    const top = geometry.topOf(boxes.depth[i]!);
    const mark = row < 0 ? 0 : fillOf[i]! % fillNames.length;
    paintDashes(picture, surface, i, top + geometry.height - Math.round(3 * scale));
    surface.fillStyle = mark === 0 && row >= 0 ? palette.ink : palette.pageInk;
    const room = Math.floor((width - 2 * labelPaddingPx) / palette.advancePx);
    const x = Math.round((boxes.x0[i]! + labelPaddingPx) * scale);
    surface.fillText(cutLabel(looks.labelsOf(row), room), x, top + Math.round(geometry.height / 2));
  }
}

/** The first wording of at most `room` characters, else the last one, cut. */
function cutLabel(wordings: readonly string[], room: number): string {
  for (const wording of wordings) if (wording.length <= room) return wording;
  return `${(wordings.at(-1) ?? '').slice(0, Math.max(room - 1, 0))}…`;
}

/** The line along a box that tells its class without colour: a pattern, so one rectangle. */
function paintDashes(
  { boxes, palette, scale }: CanvasPicture,
  surface: CanvasSurface,
  i: number,
  y: number,
): void {
  const dashes =
    boxes.row[i]! < 0 ? undefined : palette.dashes[Math.floor(fillOf[i]! / fillNames.length)]; // a box
  if (dashes === undefined) return;
  surface.fillStyle = dashes;
  const x0 = Math.round(boxes.x0[i]! * scale);
  const x1 = Math.round(boxes.x1[i]! * scale) - 1;
  surface.fillRect(x0, y, x1 - x0, Math.max(Math.round(2 * scale), 1));
}

function paintRings(picture: CanvasPicture, surface: CanvasSurface, geometry: Geometry): void {
  const { palette, selected, focused } = picture;
  if (selected !== undefined) ring(picture, surface, geometry, selected, palette.selection, 2);
  if (focused !== undefined) ring(picture, surface, geometry, focused, palette.focus, 3);
}

/** Also around a row that is thinner than a pixel: what has the focus can always be seen. */
function ring(
  { layout, viewport, scale }: CanvasPicture,
  surface: CanvasSurface,
  geometry: Geometry,
  row: number,
  color: string,
  widthPx: number,
): void {
  const perUnit = (viewport.widthPx / (viewport.right - viewport.left)) * scale;
  const start = row < 0 ? viewport.left : Math.max(layout.start[row] ?? 0, viewport.left);
  const end =
    row < 0
      ? viewport.right
      : Math.min((layout.start[row] ?? 0) + (layout.width[row] ?? 0), viewport.right);
  if (end < start) return;
  const line = widthPx * scale;
  const x0 = Math.round((start - viewport.left) * perUnit);
  const width = Math.max(Math.round((end - start) * perUnit), line * 2);
  const top = geometry.topOf(row < 0 ? layout.firstDepth : (layout.depth[row] ?? 0));
  surface.strokeStyle = color;
  surface.lineWidth = line;
  surface.strokeRect(x0 + line / 2, top + line / 2, width - line, geometry.height - line);
}
