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

  /**
   * The outline of the aggregates: `spireHeight` levels from `spireDepth` on, in pixel `spireX`. Where one stands on or within
   * another, they are one.
   */
  spireCount = 0;
  spireX = new Int32Array(1024);
  spireDepth = new Int32Array(1024);
  spireHeight = new Int32Array(1024);

  // By level, the last aggregate, to which a neighbour is added; by pixel, the last spire. -1 for none yet.
  #firstDepth = 0;
  #lastThin = new Int32Array(0);
  readonly #lastSpire = new Int32Array(8192); // right of that they stay as they come

  /** Empties the columns for a picture with this many levels, the first of which has this depth. */
  clear(firstDepth: number, levels: number): void {
    this.count = 0;
    this.thinCount = 0;
    this.spireCount = 0;
    this.#firstDepth = firstDepth;
    if (this.#lastThin.length < levels) this.#lastThin = new Int32Array(levels);
    this.#lastThin.fill(-1);
    this.#lastSpire.fill(-1);
  }

  pushBox(row: number, depth: number, x0: number, x1: number): void {
    if (this.count === this.row.length) {
      this.row = widenInts(this.row);
      this.depth = widenInts(this.depth);
      this.x0 = widenFloats(this.x0);
      this.x1 = widenFloats(this.x1);
    }
    const i = this.count++;
    this.row[i] = row;
    this.depth[i] = depth;
    this.x0[i] = x0;
    this.x1[i] = x1;
  }

  /**
   * Adds the thin frames `row` to `end - 1`, to the aggregate just left of them if less than a pixel
   * lies between. `height` is how many levels their subtrees take.
   */
  pushThin(
    row: number,
    end: number,
    depth: number,
    x0: number,
    x1: number,
    weight: number,
    height: number,
  ): void {
    // Callers rise the other way.
    this.#pushSpire(Math.floor(x0), depth < 0 ? depth - height + 1 : depth, height);
    const key = depth - this.#firstDepth;
    const last = this.#lastThin[key]!; // a level of the layout, as are all depths here
    if (last >= 0 && x0 - this.thinX1[last]! < 1) {
      this.thinX1[last] = Math.max(x1, this.thinX1[last]!); // last < thinCount
      this.thinHeld[last]! += end - row;
      this.thinWeight[last]! += weight;
      return;
    }
    if (this.thinCount === this.thinRow.length) this.#widenThin();
    const i = this.thinCount++;
    this.thinRow[i] = row;
    this.thinHeld[i] = end - row;
    this.thinWeight[i] = weight;
    this.thinDepth[i] = depth;
    this.thinX0[i] = x0;
    this.thinX1[i] = x1;
    this.#lastThin[key] = i;
  }

  #pushSpire(x: number, depth: number, height: number): void {
    const last = this.#lastSpire[x]!;
    const from = this.spireDepth[last]!; // `undefined`, in which nothing is, where there is none
    const to = from + this.spireHeight[last]!;
    if (depth >= from && depth <= to) {
      if (depth + height > to) this.spireHeight[last] = depth + height - from;
      return;
    }
    if (this.spireCount === this.spireX.length) {
      this.spireX = widenInts(this.spireX);
      this.spireDepth = widenInts(this.spireDepth);
      this.spireHeight = widenInts(this.spireHeight);
    }
    const i = this.spireCount++;
    this.spireX[i] = x;
    this.spireDepth[i] = depth;
    this.spireHeight[i] = height;
    this.#lastSpire[x] = i;
  }

  #widenThin(): void {
    this.thinRow = widenInts(this.thinRow);
    this.thinWeight = widenFloats(this.thinWeight);
    this.thinHeld = widenInts(this.thinHeld);
    this.thinDepth = widenInts(this.thinDepth);
    this.thinX0 = widenFloats(this.thinX0);
    this.thinX1 = widenFloats(this.thinX1);
  }
}

function widenInts(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(values.length * 2);
  wider.set(values);
  return wider;
}

function widenFloats(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(values.length * 2);
  wider.set(values);
  return wider;
}
