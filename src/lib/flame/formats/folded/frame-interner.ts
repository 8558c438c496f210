import { widened } from '../../model/growing-column.ts';

const emptySlot = -1;
/** Names are decoded in pieces of about this many bytes, so that no single string gets too long. */
const decodedAtOnce = 1 << 20;
const newline = 10;

/**
 * Gives each distinct run of bytes an index, in order of first appearance. Nothing is copied or
 * decoded while scanning: a name is an offset into the file, found again through an open-addressed
 * table of hashes. `!` below: indexes are bounded by the tables' own sizes.
 */
export class FrameInterner {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #table = new Int32Array(1 << 12).fill(emptySlot);
  #hash = new Int32Array(1 << 11);
  #length = new Int32Array(1 << 11);
  #start = new Float64Array(1 << 11); // a file may be longer than 2^31 bytes
  size = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The index of the name that stands at `start`, `end` exclusive. */
  intern(start: number, end: number): number {
    const hash = this.#hashOf(start, end);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = this.#table[slot]!;
      if (known === emptySlot) return this.#add(slot, hash, start, end - start);
      if (this.#hash[known] === hash && this.#isAt(known, start, end - start)) return known;
      slot = (slot + 1) & mask;
    }
  }

  /** Multiply and xor, four bytes at a time, with the finish of MurmurHash3. */
  #hashOf(start: number, end: number): number {
    const view = this.#view;
    let hash = end - start;
    let at = start;
    for (const last = end - 4; at <= last; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) hash = Math.imul(hash ^ this.#bytes[at]!, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }

  #isAt(known: number, start: number, length: number): boolean {
    if (this.#length[known] !== length) return false;
    const view = this.#view;
    const offset = this.#start[known]! - start;
    const end = start + length;
    let at = start;
    for (const last = end - 4; at <= last; at += 4) {
      if (view.getInt32(at, true) !== view.getInt32(at + offset, true)) return false;
    }
    for (; at < end; at++) if (this.#bytes[at] !== this.#bytes[at + offset]) return false;
    return true;
  }

  #add(slot: number, hash: number, start: number, length: number): number {
    const index = this.size++;
    if (index === this.#hash.length) this.#widen();
    this.#hash[index] = hash;
    this.#start[index] = start;
    this.#length[index] = length;
    this.#table[slot] = index;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return index;
  }

  #widen(): void {
    this.#hash = widened(this.#hash);
    this.#length = widened(this.#length);
    const start = new Float64Array(this.#start.length * 2);
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
    for (let from = 0; from < this.size;) {
      const to = this.#endOfPiece(from);
      const decoded = this.#decode(from, to);
      if (decoded === undefined) return undefined;
      for (const name of decoded) names.push(name);
      from = to;
    }
    return names;
  }

  #endOfPiece(from: number): number {
    let length = 0;
    let to = from;
    do length += this.#length[to++]! + 1;
    while (to < this.size && length + this.#length[to]! < decodedAtOnce);
    return to;
  }

  /** One call of the decoder for thousands of names is many times faster than a call for each. */
  #decode(from: number, to: number): string[] | undefined {
    let length = -1;
    for (let index = from; index < to; index++) length += this.#length[index]! + 1;
    const joined = new Uint8Array(length);
    for (let index = from, at = 0; index < to; index++) {
      const start = this.#start[index]!;
      joined.set(this.#bytes.subarray(start, start + this.#length[index]!), at);
      at += this.#length[index]!;
      if (index < to - 1) joined[at++] = newline; // no name holds a line end
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(joined).split('\n');
    } catch {
      return undefined;
    }
  }
}
