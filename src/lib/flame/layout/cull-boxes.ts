import { firstRowFrom, levelsOf, nextRowFrom } from './flame-layout.ts';
import type { FlameLayout, LayoutRun } from './flame-layout.ts';
import { depthAt } from './viewport.ts';
import type { Viewport } from './viewport.ts';
import { BoxColumns } from './box-columns.ts';
import type { Outline } from './outline.ts';

/** A box with this row is for everything: the level above the roots. */
export const allRow = -1;

// After so many siblings below a pixel it pays to search for the next pixel instead.
const patience = 16;

/**
 * Finds the boxes that a viewport shows, in pre-order. Frames at least `thinnestPx` wide become a
 * box each. Thinner ones are never left out: neighbours on a level are gathered into an aggregate
 * that says how many frames it holds, its subtrees included.
 *
 * The work depends on pixels and not on the tree: a subtree below a pixel is passed in one step, a
 * crowd of thin siblings by binary search, and what lies left or right of the window is never met.
 *
 * @param into columns to write into (they are emptied first), so that drawing allocates nothing
 * @param outline of the same layout, if it shall be seen how high the aggregates rise; emptied first too
 */
export function cullBoxes(
  layout: FlameLayout,
  viewport: Viewport,
  thinnestPx: number,
  into: BoxColumns = new BoxColumns(),
  outline?: Outline,
): BoxColumns {
  const { left, right, widthPx, rowHeightPx, scrollPx, heightPx } = viewport;
  into.clear(layout.firstDepth, levelsOf(layout));
  if (!(right > left) || !(widthPx > 0)) return into;
  const ends = [
    depthAt(layout, viewport, scrollPx),
    // The level that begins at the lower edge is out of sight; in a minimap a level may be a hundredth of a pixel.
    depthAt(layout, viewport, scrollPx + Math.max(heightPx - rowHeightPx / 99, 0)),
  ];
  const sweep: Sweep = {
    layout,
    into,
    outline,
    left,
    right,
    widthPx,
    scale: widthPx / (right - left),
    thinnestPx,
    shallowest: Math.max(Math.min(...ends), layout.firstDepth),
    deepest: Math.min(Math.max(...ends), layout.lastDepth),
  };
  outline?.clear(sweep.shallowest, sweep.deepest);
  const hasAll = layout.runs.length === 1 && layout.firstDepth < 0;
  if (hasAll && sweep.shallowest <= layout.firstDepth) {
    into.pushBox(allRow, layout.firstDepth, 0, widthPx);
  }
  for (const run of layout.runs) sweepRun(sweep, run);
  return into;
}

interface Sweep {
  readonly layout: FlameLayout;
  readonly into: BoxColumns;
  readonly outline: Outline | undefined;
  readonly left: number;
  readonly right: number;
  /** Pixels per weight unit. */
  readonly scale: number;
  readonly widthPx: number;
  readonly thinnestPx: number;
  readonly shallowest: number;
  readonly deepest: number;
}

// In the functions below every row is within its run, so the columns' values are there.

function sweepRun(sweep: Sweep, run: LayoutRun): void {
  const { start, end, depth } = sweep.layout;
  const { left, right, shallowest, deepest } = sweep;
  let row = firstRowFrom(start, left, run.from, run.to);
  sweepAcrossLeftEdge(sweep, run, row);
  while (row < run.to && start[row]! < right) {
    const level = depth[row]!;
    // What is called by what is below the picture is too, and so is what calls what is above it.
    if (level < 0 ? level < shallowest : level > deepest) row = end[row]!;
    else if (isWide(sweep, row)) emitBox(sweep, row++);
    else row = sweepPixel(sweep, run, row);
  }
}

function isWide({ layout: { width }, scale, thinnestPx }: Sweep, row: number): boolean {
  return width[row]! * scale >= thinnestPx && width[row]! > 0;
}

/** The rows that begin left of the window and reach into it are one chain of ancestors. */
function sweepAcrossLeftEdge(sweep: Sweep, run: LayoutRun, first: number): void {
  const { start, width, parent } = sweep.layout;
  const chain: number[] = [];
  for (let row = first - 1; row >= run.from; row = parent[row]!) {
    if (start[row]! + width[row]! > sweep.left) chain.push(row);
  }
  for (let i = chain.length - 1; i >= 0; i--) {
    const row = chain[i]!;
    const visible = start[row]! + width[row]! - sweep.left;
    if (visible * sweep.scale >= sweep.thinnestPx) emitBox(sweep, row);
    // What stands on it is no wider, and begins left of the window too.
    else return emitThin(sweep, row, i + 1, start[row]! + width[row]!, i + 1);
  }
}

function emitBox(sweep: Sweep, row: number): void {
  const { layout, left, right, scale } = sweep;
  const depth = layout.depth[row]!;
  if (depth < sweep.shallowest || depth > sweep.deepest) return;
  const from = Math.max(layout.start[row]!, left);
  const to = Math.min(layout.start[row]! + layout.width[row]!, right);
  // Rounding must not carry a box past the edge that it is cut off at.
  const x1 = to === right ? sweep.widthPx : (to - left) * scale;
  sweep.into.pushBox(row, depth, (from - left) * scale, x1);
}

/**
 * Adds `held` rows from `row` on, which end at `edge`, to the aggregate of their level.
 *
 * @param height how many levels they take, where that is not what their subtrees take
 */
function emitThin(sweep: Sweep, row: number, held: number, edge: number, height?: number): void {
  const { layout, left, right, scale, into, outline } = sweep;
  const depth = layout.depth[row]!;
  const from = Math.max(layout.start[row]!, left);
  const to = Math.min(edge, right);
  if (!(to > from)) return; // no weight, no mark
  const x0 = (from - left) * scale;
  outline?.add(x0, row, held, height);
  if (depth < sweep.shallowest || depth > sweep.deepest) return;
  into.pushThin(row, held, depth, x0, (to - left) * scale, to - from);
}

/**
 * Of the siblings from `row` on that begin in the same pixel, all but the last end in it too: they are one aggregate with
 * the last, if that is thin.
 *
 * @returns the row to go on from
 */
function sweepPixel(sweep: Sweep, run: LayoutRun, row: number): number {
  const { start, width, end } = sweep.layout;
  const last = lastInPixel(sweep, run, row);
  if (last > row) emitThin(sweep, row, last - row, start[last]!);
  if (isWide(sweep, last)) return last;
  emitThin(sweep, last, end[last]! - last, start[last]! + width[last]!);
  return end[last]!;
}

/** The last of the siblings from `row` on that begin in the same pixel. */
function lastInPixel(sweep: Sweep, run: LayoutRun, row: number): number {
  const { start, parent, end } = sweep.layout;
  const above = parent[row]!;
  const to = above < run.from ? run.to : end[above]!;
  // Of the screen: what is drawn as a box is not among those that are passed.
  const scale = sweep.scale / (sweep.thinnestPx || 1);
  const pixel = Math.floor((start[row]! - sweep.left) * scale);
  const edge = sweep.left + (pixel + 1) / scale;
  let last = row;
  for (let i = 0; i < patience; i++) {
    const next = end[last]!;
    if (next >= to || start[next]! >= edge) return last;
    last = next;
  }
  last = nextRowFrom(start, edge, last, to) - 1;
  while (parent[last]! !== above) last = parent[last]!;
  return last;
}
