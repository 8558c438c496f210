import type { BoxColumns } from './box-columns.ts';
import { allRow } from './cull-boxes.ts';
import { firstRowFrom } from './flame-layout.ts';
import type { FlameLayout } from './flame-layout.ts';
import { depthAt } from './viewport.ts';
import type { Viewport } from './viewport.ts';
import { weightAt } from './whole-viewport.ts';

/**
 * The row under a point of the whole picture (y counts from its top, not from the scroll position);
 * `allRow` for the level of "all", `undefined` where there is no frame. Binary search in the order
 * of the tree, then up to the level of the point.
 */
export function rowAtPoint(
  layout: FlameLayout,
  viewport: Viewport,
  xPx: number,
  yPx: number,
): number | undefined {
  if (xPx < 0 || xPx >= viewport.widthPx) return undefined;
  const depth = depthAt(layout, viewport, yPx);
  const weight = weightAt(viewport, xPx);
  if (depth === layout.firstDepth && layout.runs.length === 1 && depth < 0) return allRow;
  const { start, width, parent, depth: depths } = layout;
  for (const run of layout.runs) {
    // The last row that begins at or before the point, or one of its ancestors, is the row.
    let row = firstRowFrom(start, weight, run.from, run.to);
    while (row < run.to && start[row] === weight) row++;
    for (row--; row >= run.from; row = parent[row]!) {
      const isHere = start[row]! + width[row]! > weight; // run.from <= row < run.to
      if (isHere && depths[row] === depth) return row;
    }
  }
  return undefined;
}

/** Index of the aggregate of thin frames at this point of the picture, if there is one. */
export function thinAtPoint(columns: BoxColumns, depth: number, xPx: number): number | undefined {
  let nearest: number | undefined;
  let distance = 1.5; // an aggregate of half a pixel can still be pointed at
  for (let i = 0; i < columns.thinCount; i++) {
    if (columns.thinDepth[i] !== depth) continue;
    const away = Math.max(columns.thinX0[i]! - xPx, xPx - columns.thinX1[i]!, 0); // i < thinCount
    if (away < distance) {
      nearest = i;
      distance = away;
    }
  }
  return nearest;
}
