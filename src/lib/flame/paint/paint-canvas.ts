import { topOfDepth } from '../layout/viewport.ts';
import { FillColumns, fillStyleOf } from './box-fills.ts';
import type { CanvasPicture } from './canvas-picture.ts';
import type { CanvasSurface } from './canvas-surface.ts';

const labelPaddingPx = 4;
const narrowestLabelPx = 28;

/**
 * Draws what `cullBoxes` found. Boxes are whole device pixels; all of one fill are drawn together,
 * since changing the colour costs more than a rectangle. x and y are those of the canvas: the
 * viewport's scroll position is taken off.
 *
 * @returns how many slivers were drawn grey, because what they are was not at hand
 */
export function paintCanvas(picture: CanvasPicture, surface: CanvasSurface): number {
  const fills = new FillColumns();
  fills.find(picture);
  paintAll(picture, surface, fills);
  return fills.waiting;
}

/** @returns whether each label keeps to its box, as far as one can tell */
export function paintAll(
  picture: CanvasPicture,
  surface: CanvasSurface,
  fills: FillColumns,
): boolean {
  const { viewport, scale, boxes, palette } = picture;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  const widthPx = Math.ceil(viewport.widthPx * scale);
  surface.clearRect(0, 0, widthPx, Math.ceil(viewport.heightPx * scale));
  const geometry = geometryOf(picture);
  paintHeld(picture, surface, geometry);
  const inOrder = fills.inOrder(palette);
  let fill = -1;
  for (let k = 0; k < boxes.count; k++) {
    const i = inOrder[k]!; // k < count, and i is a box: here and below
    if (fills.fill[i] !== fill) {
      fill = fills.fill[i]!;
      surface.fillStyle = fillStyleOf(palette, fill);
    }
    const x = Math.round(boxes.x0[i]! * scale);
    surface.fillRect(x, geometry.topOf(boxes.depth[i]!), widthOf(picture, i), geometry.height);
  }
  if (palette.edge !== undefined) {
    for (let i = 0; i < boxes.count; i++) paintEdge(picture, surface, geometry, i, palette.edge);
  }
  const areInside = paintLabels(picture, surface, geometry, fills);
  paintRings(picture, surface, geometry);
  return areInside;
}

/**
 * Draws some boxes again, of a picture that is on the surface already with other fills and whose labels
 * keep to their boxes. Each box has its pixels for itself, so the surface is then what `paintAll` would
 * have made of it; `false`, and nothing done, where that is not so.
 */
export function repaintBoxes(
  picture: CanvasPicture,
  surface: CanvasSurface,
  fills: FillColumns,
  changed: Int32Array,
): boolean {
  const { scale, boxes, palette } = picture;
  const geometry = geometryOf(picture);
  if (!areApart(picture, geometry, changed)) return false;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  setLabelFont(picture, surface);
  for (const i of changed) {
    const x = Math.round(boxes.x0[i]! * scale); // a box
    const top = geometry.topOf(boxes.depth[i]!);
    const width = widthOf(picture, i);
    // A fill of the page's own may be one that what was there shines through.
    surface.clearRect(x, top, width, geometry.height);
    surface.fillStyle = fillStyleOf(palette, fills.fill[i]!);
    surface.fillRect(x, top, width, geometry.height);
    if (palette.edge !== undefined) paintEdge(picture, surface, geometry, i, palette.edge);
    if (hasLabel(picture, geometry, i)) paintLabel(picture, surface, geometry, fills, i);
  }
  return true;
}

/** Whether these boxes have their pixels for themselves: no level of a minimap, none under a ring. */
function areApart(picture: CanvasPicture, geometry: Geometry, changed: Int32Array): boolean {
  if (geometry.rowHeight <= 3) return false;
  const { boxes, scale } = picture;
  const rings = ringsOf(picture, geometry);
  return changed.every((i) => {
    const top = geometry.topOf(boxes.depth[i]!); // a box
    const left = Math.round(boxes.x0[i]! * scale);
    const right = left + widthOf(picture, i);
    return rings.every(
      (ring) => ring.top !== top || ring.x >= right || ring.x + ring.width <= left,
    );
  });
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

/** In device pixels. Wide boxes leave a pixel between them; thin ones would be all gap. */
function widthOf({ boxes, scale }: CanvasPicture, i: number): number {
  const x0 = Math.round(boxes.x0[i]! * scale); // a box
  const width = Math.max(Math.round(boxes.x1[i]! * scale) - x0, 1);
  return width > 3 ? width - 1 : width;
}

/** Where boxes have the colour of the paper, as in forced colours, a line says where each begins and ends. */
function paintEdge(
  picture: CanvasPicture,
  surface: CanvasSurface,
  { height, rowHeight, topOf }: Geometry,
  i: number,
  edge: string,
): void {
  const { boxes, scale } = picture;
  const [x, top] = [Math.round(boxes.x0[i]! * scale), topOf(boxes.depth[i]!)]; // a box
  const [width, line] = [widthOf(picture, i), Math.max(Math.round(scale), 1)];
  // There is no room for two edges, and for what is between them.
  if (width <= 3 * line || rowHeight <= 3 * line) {
    surface.fillStyle = edge;
    surface.fillRect(x, top, width, height);
    return;
  }
  surface.strokeStyle = edge;
  surface.lineWidth = line;
  surface.strokeRect(x + line / 2, top + line / 2, width - line, height - line);
}

/**
 * Frames below a pixel: a column as high as what they call, so that no spire is missing. Where such columns stand side by
 * side, most go beyond the picture: those of one height are one rectangle.
 */
function paintHeld(
  { outline, palette, scale }: CanvasPicture,
  surface: CanvasSurface,
  geometry: Geometry,
): void {
  const { count } = outline;
  surface.fillStyle = palette.held;
  for (let i = 0; i < count;) {
    const from = outline.x[i]!; // i < count
    const depth = outline.depth[i]!;
    const height = outline.height[i]!;
    let to = from;
    do {
      i++;
      to++;
    } while (
      i < count &&
      outline.x[i] === to &&
      outline.depth[i] === depth &&
      outline.height[i] === height
    );
    const first = geometry.topOf(depth);
    const last = geometry.topOf(depth + height - 1);
    const x = Math.round(from * scale);
    surface.fillRect(
      x,
      Math.min(first, last),
      Math.max(Math.round(to * scale) - x, 1),
      Math.abs(last - first) + geometry.height,
    );
  }
}

function paintLabels(
  picture: CanvasPicture,
  surface: CanvasSurface,
  geometry: Geometry,
  fills: FillColumns,
): boolean {
  setLabelFont(picture, surface);
  let areInside = true;
  for (let i = 0; i < picture.boxes.count; i++) {
    if (!hasLabel(picture, geometry, i)) continue;
    const label = paintLabel(picture, surface, geometry, fills, i);
    areInside &&= !mayBeWide(label);
  }
  return areInside;
}

function setLabelFont({ palette }: CanvasPicture, surface: CanvasSurface): void {
  surface.font = palette.font;
  surface.textBaseline = 'middle';
}

/** There is none in a minimap, and none where it would have no room. */
function hasLabel({ boxes, scale }: CanvasPicture, geometry: Geometry, i: number): boolean {
  return geometry.rowHeight >= 12 * scale && boxes.x1[i]! - boxes.x0[i]! >= narrowestLabelPx; // a box
}

function paintLabel(
  picture: CanvasPicture,
  surface: CanvasSurface,
  geometry: Geometry,
  fills: FillColumns,
  i: number,
): string {
  const { boxes, palette, scale, looks } = picture;
  const top = geometry.topOf(boxes.depth[i]!); // a box, here and below
  paintDashes(picture, surface, fills, i, top + geometry.height - Math.round(3 * scale));
  surface.fillStyle = fills.isPlain(i) ? palette.ink : palette.pageInk;
  const width = boxes.x1[i]! - boxes.x0[i]!;
  const room = Math.floor((width - 2 * labelPaddingPx) / palette.advancePx);
  const x = Math.round((boxes.x0[i]! + labelPaddingPx) * scale);
  const label = cutLabel(looks.labelsOf(boxes.row[i]!), room);
  surface.fillText(label, x, top + Math.round(geometry.height / 2));
  return label;
}

/** Letters of other scripts may be wider than their room, and reach into the boxes beside theirs. */
function mayBeWide(label: string): boolean {
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    if (code > 0x7e && code !== 0x2026 && code !== 0x2212) return true; // but for … and −
  }
  return false;
}

/** The first wording that fits in `room` columns of the monospaced font, else the last one, cut. */
function cutLabel(wordings: readonly string[], room: number): string {
  for (const wording of wordings) {
    if (wording.length <= room && columnsOf(wording) <= room) return wording;
  }
  let label = '';
  let columns = 1; // of the ellipsis
  for (const letter of wordings.at(-1) ?? '') {
    columns += columnsOf(letter);
    if (columns > room) break;
    label += letter;
  }
  return `${label}…`;
}

/** A letter of Chinese, Japanese or Korean is as wide as two; so is a picture, which has two units. */
function columnsOf(text: string): number {
  let columns = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2e80 && (code < 0xd800 || code > 0xdfff)) columns++;
  }
  return columns;
}

/** The line along a box that tells its class without colour: a pattern, so one rectangle. */
function paintDashes(
  { boxes, palette, scale }: CanvasPicture,
  surface: CanvasSurface,
  fills: FillColumns,
  i: number,
  y: number,
): void {
  const dashes = palette.dashes[fills.classOf(i)];
  if (dashes === undefined) return;
  surface.fillStyle = dashes;
  const x0 = Math.round(boxes.x0[i]! * scale); // a box
  const x1 = Math.round(boxes.x1[i]! * scale) - 1;
  surface.fillRect(x0, y, x1 - x0, Math.max(Math.round(2 * scale), 1));
}

function paintRings(picture: CanvasPicture, surface: CanvasSurface, geometry: Geometry): void {
  for (const { x, top, width, line, color } of ringsOf(picture, geometry)) {
    surface.strokeStyle = color;
    surface.lineWidth = line;
    surface.strokeRect(x + line / 2, top + line / 2, width - line, geometry.height - line);
  }
}

/** Outer edges, in device pixels. */
interface Ring {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly line: number;
  readonly color: string;
}

/** Around what is selected and what has the focus, where it is in the window. */
function ringsOf(picture: CanvasPicture, geometry: Geometry): Ring[] {
  const { palette, selected, focused } = picture;
  return [
    selected === undefined ? undefined : ring(picture, geometry, selected, palette.selection, 2),
    focused === undefined ? undefined : ring(picture, geometry, focused, palette.focus, 3),
  ].filter((each) => each !== undefined);
}

/** Also around a row that is thinner than a pixel: what has the focus can always be seen. */
function ring(
  { layout, viewport, scale }: CanvasPicture,
  geometry: Geometry,
  row: number,
  color: string,
  widthPx: number,
): Ring | undefined {
  const perUnit = (viewport.widthPx / (viewport.right - viewport.left)) * scale;
  const start = row < 0 ? viewport.left : Math.max(layout.start[row] ?? 0, viewport.left);
  const end =
    row < 0
      ? viewport.right
      : Math.min((layout.start[row] ?? 0) + (layout.width[row] ?? 0), viewport.right);
  if (end < start) return undefined;
  const line = widthPx * scale;
  const width = Math.max(Math.round((end - start) * perUnit), line * 2);
  // A frame of no weight may be at the very edge: its ring would be drawn beside the picture.
  const last = Math.max(Math.round(viewport.widthPx * scale) - width, 0);
  return {
    x: Math.min(Math.round((start - viewport.left) * perUnit), last),
    top: geometry.topOf(row < 0 ? layout.firstDepth : (layout.depth[row] ?? 0)),
    width,
    line,
    color,
  };
}
