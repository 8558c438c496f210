import type { FlameLayout } from './flame-layout.ts';

/** The part of a layout that is on screen, and how large. Lengths in CSS pixels. */
export interface Viewport {
  /** Left and right edge of the window, in weight units. */
  readonly left: number;
  readonly right: number;
  readonly widthPx: number;
  readonly rowHeightPx: number;
  /** `true`: the root is at the top (icicle). `false`: at the bottom (flame graph). */
  readonly rootOnTop: boolean;
  /** The first pixel row on screen, from the top of the whole picture. */
  readonly scrollPx: number;
  /** How many pixel rows are on screen. */
  readonly heightPx: number;
}

/** The window zoomed to one row: the row and its callers fill the width. -1 is the whole. */
export function windowOfRow(layout: FlameLayout, row: number): [left: number, right: number] {
  const width = row < 0 ? layout.extent : (layout.width[row] ?? 0);
  const left = row < 0 ? 0 : (layout.start[row] ?? 0);
  // A frame of no width cannot fill anything: show the whole instead of dividing by zero.
  return width > 0 ? [left, left + width] : [0, Math.max(layout.extent, Number.MIN_VALUE)];
}

/** Top edge of a level, from the top of the whole picture. */
export function topOfDepth(layout: FlameLayout, viewport: Viewport, depth: number): number {
  const level = viewport.rootOnTop ? depth - layout.firstDepth : layout.lastDepth - depth;
  return level * viewport.rowHeightPx;
}

/** The level under a pixel row; it may lie outside the layout. */
export function depthAt(layout: FlameLayout, viewport: Viewport, yPx: number): number {
  const level = Math.floor(yPx / viewport.rowHeightPx);
  return viewport.rootOnTop ? layout.firstDepth + level : layout.lastDepth - level;
}

/**
 * The window after zooming by `factor` (below 1 zooms in) around a weight position, kept inside the
 * whole and no narrower than `narrowest` weight units.
 */
export function zoomWindow(
  viewport: Pick<Viewport, 'left' | 'right'>,
  extent: number,
  around: number,
  factor: number,
  narrowest: number,
): [left: number, right: number] {
  const width = viewport.right - viewport.left;
  const wanted = Math.min(extent, Math.max(width * factor, narrowest));
  const left = around - ((around - viewport.left) / width) * wanted;
  return slideWindow([left, left + wanted], extent);
}

/** The window moved, if need be, to lie inside 0..`extent`; its width is kept. */
export function slideWindow(
  [left, right]: readonly [number, number],
  extent: number,
): [left: number, right: number] {
  const width = Math.min(right - left, extent);
  const inside = Math.min(Math.max(left, 0), extent - width);
  return [inside, inside + width];
}
