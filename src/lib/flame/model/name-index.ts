/** A name that finds none of so many places empty is kept in a `Map`. */
const placesOfName = 8;

/**
 * Finds names in a list. A text that was just parsed has no hash yet, and a `Map` takes all its
 * characters to make one, which took longer than all else that is done with a frame. This takes the
 * length and a few characters, and compares the name with those that have the same: half the time or
 * less. Names that differ in other places only crowd those places; the `Map` has what is too many.
 */
export class NameIndex {
  readonly #names: readonly string[];
  /** Of indexes + 1; 0 is an empty place. At least half are empty. */
  #table = new Int32Array(1 << 10);
  #inTable = 0;
  readonly #crowded = new Map<string, number>();

  /** Of a list that grows: a name is added to it before it is added here. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The index of a name that was added. */
  find(name: string): number | undefined {
    const table = this.#table;
    const first = hashOf(name);
    for (let place = first; place < first + placesOfName; place++) {
      const entry = table[place & (table.length - 1)]!;
      if (entry === 0) return undefined;
      if (this.#names[entry - 1] === name) return entry - 1;
    }
    return this.#crowded.get(name);
  }

  /** Adds the name at this index of the list, which has not been added yet. */
  add(index: number): void {
    if (this.#inTable * 2 >= this.#table.length) this.#widen();
    this.#place(index);
  }

  #place(index: number): void {
    const table = this.#table;
    const name = this.#names[index]!;
    const first = hashOf(name);
    for (let place = first; place < first + placesOfName; place++) {
      const at = place & (table.length - 1);
      if (table[at] !== 0) continue;
      table[at] = index + 1;
      this.#inTable++;
      return;
    }
    this.#crowded.set(name, index);
  }

  /** Names of the `Map` find places too, or would be looked for in a place that is now empty. */
  #widen(): void {
    const entries = this.#table;
    const crowded = [...this.#crowded.values()];
    this.#table = new Int32Array(entries.length * 4);
    this.#inTable = 0;
    this.#crowded.clear();
    for (const entry of entries) if (entry !== 0) this.#place(entry - 1);
    for (const index of crowded) this.#place(index);
  }
}

/** Names of one module begin alike; many differ only in a number at their end. */
function hashOf(name: string): number {
  const { length } = name;
  const quarter = length >> 2;
  let hash = length;
  for (let at = Math.max(0, length - 5); at < length; at++) {
    hash = Math.imul(hash, 31) + name.charCodeAt(at);
  }
  if (length > 5) {
    hash = Math.imul(hash, 31) + name.charCodeAt(length - 1 - quarter);
    hash = Math.imul(hash, 31) + name.charCodeAt(length >> 1);
    hash = Math.imul(hash, 31) + name.charCodeAt(quarter);
  }
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
