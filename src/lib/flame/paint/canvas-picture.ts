import type { BoxColumns } from '../layout/box-columns.ts';
import type { Outline } from '../layout/outline.ts';
import type { FlameLayout } from '../layout/flame-layout.ts';
import type { Viewport } from '../layout/viewport.ts';
import type { CanvasPalette } from './canvas-surface.ts';

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

export interface CanvasPicture {
  readonly layout: FlameLayout;
  readonly viewport: Viewport;
  readonly boxes: BoxColumns;
  readonly looks: RowLooks;
  /** Of the boxes that are too thin to draw. */
  readonly outline: Outline;
  readonly palette: CanvasPalette;
  /** Device pixels to a CSS pixel. */
  readonly scale: number;
  readonly selected?: number | undefined;
  /** The row with the focus ring. */
  readonly focused?: number | undefined;
}
