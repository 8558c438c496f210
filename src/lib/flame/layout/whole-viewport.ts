import { levelsOf } from './flame-layout.ts';
import type { FlameLayout } from './flame-layout.ts';
import type { Viewport } from './viewport.ts';

/* What canvas needs of viewports beside `viewport.ts`, which lessons load. */

/** A window that shows the whole layout, all levels of it. */
export function wholeViewport(
  layout: FlameLayout,
  options: { widthPx: number; rowHeightPx: number; rootOnTop: boolean },
): Viewport {
  return {
    ...options,
    left: 0,
    right: Math.max(layout.extent, Number.MIN_VALUE),
    scrollPx: 0,
    heightPx: levelsOf(layout) * options.rowHeightPx,
  };
}

/** The weight position under a pixel column. */
export function weightAt(viewport: Viewport, xPx: number): number {
  return viewport.left + (xPx / viewport.widthPx) * (viewport.right - viewport.left);
}
