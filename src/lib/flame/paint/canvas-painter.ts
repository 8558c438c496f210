import { FillColumns } from './box-fills.ts';
import type { CanvasPicture } from './canvas-picture.ts';
import type { CanvasSurface } from './canvas-surface.ts';
import { paintAll, repaintBoxes } from './paint-canvas.ts';

/** When more boxes than one in so many change, all are drawn anew. */
const mostChanged = 4;

/**
 * Draws pictures onto one surface, one after the other. Where only the look of some boxes changes (a
 * search marks one in a hundred) only those are drawn: the surface is the same as if all were.
 */
export class CanvasPainter {
  #last: CanvasPicture | undefined;
  #lastFills = new FillColumns();
  #fills = new FillColumns();
  #changed = new Int32Array(256);
  #labelsAreInside = false;

  /**
   * @param inPlace the boxes and their labels are those of the last picture, in the same places
   * @returns how many slivers were drawn grey, because what they are was not at hand
   */
  paint(picture: CanvasPicture, surface: CanvasSurface, inPlace: boolean): number {
    const [before, fills] = [this.#lastFills, this.#fills];
    fills.find(picture);
    const isPainted =
      inPlace && this.#isLike(picture) && this.#repaint(picture, surface, before, fills);
    if (!isPainted) this.#labelsAreInside = paintAll(picture, surface, fills);
    this.#last = picture;
    this.#lastFills = fills;
    this.#fills = before;
    return fills.waiting;
  }

  /** The surface has lost what was drawn on it. */
  forget(): void {
    this.#last = undefined;
  }

  #isLike({ palette, scale, selected, focused }: CanvasPicture): boolean {
    const last = this.#last;
    return (
      this.#labelsAreInside &&
      last?.palette === palette &&
      last.scale === scale &&
      last.selected === selected &&
      last.focused === focused
    );
  }

  #repaint(
    picture: CanvasPicture,
    surface: CanvasSurface,
    before: FillColumns,
    fills: FillColumns,
  ): boolean {
    const { fill, count } = fills;
    if (before.count !== count) return false;
    const most = Math.floor(count / mostChanged);
    if (this.#changed.length < most) this.#changed = new Int32Array(fill.length);
    let changed = 0;
    for (let i = 0; i < count; i++) {
      if (fill[i] === before.fill[i]) continue;
      if (changed === most) return false;
      this.#changed[changed++] = i;
    }
    return repaintBoxes(picture, surface, fills, this.#changed.subarray(0, changed));
  }
}
