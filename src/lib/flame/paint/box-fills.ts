import type { CanvasPicture, RowLooks } from './canvas-picture.ts';
import type { BoxFills, CanvasPalette } from './canvas-surface.ts';

type FillName = keyof BoxFills;
const fillNames: readonly FillName[] = ['plain', 'noise', 'caller', 'dimmed', 'matched'];
/** Wider boxes are never drawn without their colour. */
const sliverPx = 3;
const fillOfAll = 0xffff;

/**
 * A number for the fill of each box of a picture: its class and its mark. The columns are kept from
 * picture to picture, so that drawing allocates nothing once they are large enough.
 */
export class FillColumns {
  /** By box. */
  fill = new Uint16Array(1024);
  count = 0;
  /** How many slivers are grey, because what they are is not at hand. */
  waiting = 0;
  #inOrder = new Int32Array(1024);

  /**
   * Looks all boxes up. What kind of code a name is takes microseconds, so thousands of slivers are
   * not asked all at once.
   */
  find({ boxes, looks, palette }: CanvasPicture): void {
    if (this.fill.length < boxes.count) this.fill = new Uint16Array(boxes.row.length);
    const grey = greyOf(palette);
    this.count = boxes.count;
    this.waiting = 0;
    for (let i = 0; i < boxes.count; i++) {
      const row = boxes.row[i]!; // i < count
      let fill = fillOfAll;
      if (row >= 0) {
        const isSliver = boxes.x1[i]! - boxes.x0[i]! < sliverPx;
        if (isSliver && looks.isClassKnown?.(row) === false) {
          fill = grey;
          this.waiting++;
        } else fill = looks.classOf(row) * fillNames.length + markOf(looks, row);
      }
      this.fill[i] = fill;
    }
  }

  /**
   * The boxes by their fills, since changing the colour costs more than a rectangle: a counting
   * sort. Overwritten by the next call.
   */
  inOrder(palette: CanvasPalette): Int32Array {
    if (this.#inOrder.length < this.count) this.#inOrder = new Int32Array(this.fill.length);
    const last = greyOf(palette) + 1; // a fill, grey, or "all" at the end
    const firstOf = new Int32Array(last + 2);
    for (let i = 0; i < this.count; i++) firstOf[Math.min(this.fill[i]!, last) + 1]!++; // i < count
    for (let place = 0; place <= last; place++) firstOf[place + 1]! += firstOf[place]!;
    for (let i = 0; i < this.count; i++) {
      this.#inOrder[firstOf[Math.min(this.fill[i]!, last)]!++] = i; // as above
    }
    return this.#inOrder;
  }

  /** Whether a box is drawn in the full colour of its class, on which text has an ink of its own. */
  isPlain(i: number): boolean {
    const fill = this.fill[i]!; // a box
    return fill !== fillOfAll && fill % fillNames.length === 0;
  }

  /** Class of a box; one that no palette has for "all". */
  classOf(i: number): number {
    return Math.floor(this.fill[i]! / fillNames.length); // a box
  }
}

/** The colour of a fill. */
export function fillStyleOf(palette: CanvasPalette, fill: number): string {
  if (fill === fillOfAll) return palette.all;
  const fills = palette.fills[Math.floor(fill / fillNames.length)];
  return fills?.[fillNames[fill % fillNames.length] ?? 'plain'] ?? palette.held;
}

/** Stands behind the fills of all classes. */
function greyOf(palette: CanvasPalette): number {
  return palette.fills.length * fillNames.length;
}

/** Index into `fillNames`: the mark that says most. */
function markOf(looks: RowLooks, row: number): number {
  if (looks.isMatched(row)) return 4;
  if (looks.isDimmed(row)) return 3;
  if (looks.isCaller(row)) return 2;
  return looks.isNoise(row) ? 1 : 0;
}
