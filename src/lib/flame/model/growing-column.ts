/** A typed array that grows by doubling: appending a million values allocates some twenty times. */
export class GrowingInt32 {
  #values = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = widened(this.#values);
    this.#values[this.length++] = value;
  }

  /** The values, in an array of exactly their number. */
  finish(): Int32Array {
    return this.#values.slice(0, this.length);
  }
}

/** See `GrowingInt32`. */
export class GrowingFloat64 {
  #values = new Float64Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = widened(this.#values);
    this.#values[this.length++] = value;
  }

  finish(): Float64Array {
    return this.#values.slice(0, this.length);
  }
}

/** The column with room for twice as many values. */
export function widened<Column extends Int32Array | Float64Array>(column: Column): Column {
  const wider = new (column.constructor as new (length: number) => Column)(column.length * 2);
  wider.set(column);
  return wider;
}
