import { widened } from '../../model/growing-column.ts';

const emptySlot = -1;
/** Names are decoded in pieces of about this many bytes, so that no single string gets too long. */
const decodedAtOnce = 1 << 20;
const newline = 10;

/**
 * Gives each distinct run of bytes an index, in order of first appearance. Names are copied behind
 * one another, each with a line end (which none holds): the copies stay in the cache, where the
 * places in a large file would not. They are found again through an open-addressed table of
 * hashes, and decoded when all are known. `!`: indexes are bounded by the tables' own sizes.
 */
export class FrameInterner {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #names = new Uint8Array(1 << 16);
  #namesView = new DataView(this.#names.buffer);
  #namesLength = 0;
  #table = new Int32Array(1 << 12).fill(emptySlot);
  #hash = new Int32Array(1 << 11);
  /** Where each name starts; one more than there are names. Names may exceed 2^31 bytes. */
  #start = new Float64Array((1 << 11) + 1);
  size = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The index of the name from `start` to `end` (exclusive), whose hash `FrameHasher` gave. */
  intern(start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = this.#table[slot]!;
      if (known === emptySlot) return this.#add(slot, hash, start, end);
      if (this.#hash[known] === hash && this.#isAt(known, start, end)) return known;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(known: number, start: number, end: number): boolean {
    const at = this.#start[known]!;
    const length = end - start;
    if (this.#start[known + 1]! - at - 1 !== length) return false;
    const view = this.#view;
    const names = this.#namesView;
    let same = 0;
    const last = length - 8; // the last eight may overlap the eight before
    while (last >= 0) {
      const eight = view.getFloat64(start + same, true); // as in `shared-prefix.ts`
      if (eight !== names.getFloat64(at + same, true) || eight === 0) break;
      if (same === last) return true;
      same = Math.min(same + 8, last);
    }
    while (same < length && this.#bytes[start + same] === this.#names[at + same]) same++;
    return same === length;
  }

  #add(slot: number, hash: number, start: number, end: number): number {
    const index = this.size++;
    if (this.size === this.#hash.length) this.#widen();
    this.#copy(start, end);
    this.#hash[index] = hash;
    this.#start[index + 1] = this.#namesLength;
    this.#table[slot] = index;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return index;
  }

  #copy(start: number, end: number): void {
    const needed = this.#namesLength + end - start + 1;
    if (needed > this.#names.length) {
      const wider = new Uint8Array(Math.max(needed, this.#names.length * 2));
      wider.set(this.#names.subarray(0, this.#namesLength));
      this.#names = wider;
      this.#namesView = new DataView(wider.buffer);
    }
    this.#names.set(this.#bytes.subarray(start, end), this.#namesLength);
    this.#names[needed - 1] = newline;
    this.#namesLength = needed;
  }

  #widen(): void {
    this.#hash = widened(this.#hash);
    const start = new Float64Array(this.#hash.length + 1);
    start.set(this.#start);
    this.#start = start;
  }

  #rehash(): void {
    const mask = this.#table.length * 2 - 1;
    this.#table = new Int32Array(mask + 1).fill(emptySlot);
    for (let index = 0; index < this.size; index++) {
      let slot = this.#hash[index]! & mask;
      while (this.#table[slot] !== emptySlot) slot = (slot + 1) & mask;
      this.#table[slot] = index;
    }
  }

  /** All names, by index; undefined where one of them is not UTF-8. */
  names(): string[] | undefined {
    const names: string[] = [];
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    try {
      for (let from = 0; from < this.size;) {
        let to = from + 1;
        const start = this.#start[from]!;
        while (to < this.size && this.#start[to + 1]! - start < decodedAtOnce) to++;
        // One call for thousands of names is many times faster than a call for each.
        const piece = this.#names.subarray(start, this.#start[to]! - 1);
        for (const name of decoder.decode(piece).split('\n')) names.push(name);
        from = to;
      }
    } catch {
      return undefined;
    }
    return names;
  }
}
