import { widened } from '../model/growing-column.ts';

/**
 * Boxes on screen as columns: filled anew for every picture, without allocating once they are large
 * enough. Boxes `0` to `count - 1` are frames; aggregates of thin frames have columns of their own.
 * x in CSS pixels from the left edge of the viewport.
 */
export class BoxColumns {
  count = 0;
  row = new Int32Array(1024);
  depth = new Int32Array(1024);
  x0 = new Float64Array(1024);
  x1 = new Float64Array(1024);

  /** Aggregates: `thinHeld` frames, of which `thinRow` is the first, together `thinWeight`. */
  thinCount = 0;
  thinRow = new Int32Array(256);
  thinWeight = new Float64Array(256);
  thinHeld = new Int32Array(256);
  thinDepth = new Int32Array(256);
  thinX0 = new Float64Array(256);
  thinX1 = new Float64Array(256);

  // By level, the last aggregate, to which a neighbour is added. -1 for none yet.
  #firstDepth = 0;
  #lastThin = new Int32Array(0);

  /** Empties the columns for a picture with this many levels, the first of which has this depth. */
  clear(firstDepth: number, levels: number): void {
    this.count = 0;
    this.thinCount = 0;
    this.#firstDepth = firstDepth;
    if (this.#lastThin.length < levels) this.#lastThin = new Int32Array(levels);
    this.#lastThin.fill(-1);
  }

  pushBox(row: number, depth: number, x0: number, x1: number): void {
    if (this.count === this.row.length) {
      this.row = widened(this.row);
      this.depth = widened(this.depth);
      this.x0 = widened(this.x0);
      this.x1 = widened(this.x1);
    }
    const i = this.count++;
    this.row[i] = row;
    this.depth[i] = depth;
    this.x0[i] = x0;
    this.x1[i] = x1;
  }

  /**
   * Adds `held` thin frames, the first of which is `row`, to the aggregate just left of them if less than a pixel
   * lies between.
   */
  pushThin(row: number, held: number, depth: number, x0: number, x1: number, weight: number): void {
    const key = depth - this.#firstDepth;
    const last = this.#lastThin[key]!; // a level of the layout, as are all depths here
    if (last >= 0 && x0 - this.thinX1[last]! < 1) {
      this.thinX1[last] = Math.max(x1, this.thinX1[last]!); // last < thinCount
      this.thinHeld[last]! += held;
      this.thinWeight[last]! += weight;
      return;
    }
    if (this.thinCount === this.thinRow.length) this.#widenThin();
    const i = this.thinCount++;
    this.thinRow[i] = row;
    this.thinHeld[i] = held;
    this.thinWeight[i] = weight;
    this.thinDepth[i] = depth;
    this.thinX0[i] = x0;
    this.thinX1[i] = x1;
    this.#lastThin[key] = i;
  }

  #widenThin(): void {
    this.thinRow = widened(this.thinRow);
    this.thinWeight = widened(this.thinWeight);
    this.thinHeld = widened(this.thinHeld);
    this.thinDepth = widened(this.thinDepth);
    this.thinX0 = widened(this.thinX0);
    this.thinX1 = widened(this.thinX1);
  }
}
