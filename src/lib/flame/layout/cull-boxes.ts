import { firstRowFrom, levelsOf, nextRowFrom } from './flame-layout.ts';
import type { FlameLayout, LayoutRun } from './flame-layout.ts';
import { depthAt } from './viewport.ts';
import type { Viewport } from './viewport.ts';
import type { HeightColumn } from './subtree-heights.ts';
import { BoxColumns } from './box-columns.ts';

/** A box with this row is for everything: the level above the roots. */
export const allRow = -1;

// After so many siblings below a pixel it pays to search for the next pixel instead.
const patience = 16;

/**
 * Finds the boxes that a viewport shows, in pre-order. Frames at least `thinnestPx` wide become a
 * box each. Thinner ones are never left out: neighbours on a level are gathered into an aggregate
 * that says how many frames it holds, its subtrees included, and how high they rise.
 *
 * The work depends on pixels and not on the tree: a subtree below a pixel is passed in one step, a
 * crowd of thin siblings by binary search, and what lies left or right of the window is never met.
 *
 * @param heights from `subtreeHeights`, if aggregates shall show how deep they are
 * @param into columns to write into (they are emptied first), so that drawing allocates nothing
 */
export function cullBoxes(
  layout: FlameLayout,
  viewport: Viewport,
  thinnestPx: number,
  heights?: HeightColumn,
  into: BoxColumns = new BoxColumns(),
): BoxColumns {
  const { left, right, widthPx, rowHeightPx, scrollPx, heightPx } = viewport;
  into.clear(layout.firstDepth, levelsOf(layout));
  if (!(right > left) || !(widthPx > 0)) return into;
  const ends = [
    depthAt(layout, viewport, scrollPx),
    depthAt(layout, viewport, scrollPx + Math.max(heightPx - 1 / rowHeightPx, 0)),
  ];
  const sweep: Sweep = {
    layout,
    heights,
    into,
    left,
    right,
    widthPx,
    scale: widthPx / (right - left),
    thinnestPx,
    shallowest: Math.max(Math.min(...ends), layout.firstDepth),
    deepest: Math.min(Math.max(...ends), layout.lastDepth),
  };
  const hasAll = layout.runs.length === 1 && layout.firstDepth < 0;
  if (hasAll && sweep.shallowest <= layout.firstDepth) {
    into.pushBox(allRow, layout.firstDepth, 0, widthPx);
  }
  for (const run of layout.runs) sweepRun(sweep, run);
  return into;
}

interface Sweep {
  readonly layout: FlameLayout;
  readonly heights: HeightColumn | undefined;
  readonly into: BoxColumns;
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
  const { start, width, end, depth } = sweep.layout;
  const { left, right, scale, thinnestPx, deepest } = sweep;
  let row = firstRowFrom(start, left, run.from, run.to);
  sweepAcrossLeftEdge(sweep, run, row);
  let thin = 0;
  while (row < run.to && start[row]! < right) {
    if (depth[row]! > deepest) {
      row = end[row]!;
    } else if (width[row]! * scale >= thinnestPx && width[row]! > 0) {
      thin = 0;
      emitBox(sweep, row);
      row++;
    } else {
      const last = ++thin > patience ? lastInPixel(sweep, run, row) : row;
      const next = last > row ? last : end[row]!;
      emitThin(sweep, row, next, last > row ? start[last]! : start[row]! + width[row]!);
      if (last > row) thin = 0;
      row = next;
    }
  }
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
    else return emitThin(sweep, row, row + i + 1, start[row]! + width[row]!);
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

/** Adds the rows `row` to `next - 1`, which end at `edge`, to the aggregate of their level. */
function emitThin(sweep: Sweep, row: number, next: number, edge: number): void {
  const { layout, left, right, scale, heights } = sweep;
  const depth = layout.depth[row]!;
  const from = Math.max(layout.start[row]!, left);
  const to = Math.min(edge, right);
  if (!(to > from) || depth < sweep.shallowest) return; // no weight, no mark
  const height = heights === undefined ? 1 : heights[row]!;
  const x0 = (from - left) * scale;
  sweep.into.pushThin(row, next, depth, x0, (to - left) * scale, to - from, height);
}

/**
 * Of the siblings from `row` on that begin in the same pixel, the last one: all before it end in
 * that pixel too. Only the last may be wide, so the search goes on from it.
 */
function lastInPixel(sweep: Sweep, run: LayoutRun, row: number): number {
  const { start, parent, end } = sweep.layout;
  const above = parent[row]!;
  const to = above < run.from ? run.to : end[above]!;
  const pixel = Math.floor((start[row]! - sweep.left) * sweep.scale);
  const edge = sweep.left + (pixel + 1) / sweep.scale;
  let last = nextRowFrom(start, edge, row, to) - 1;
  while (last > row && parent[last]! !== above) last = parent[last]!;
  return Math.max(last, row);
}
