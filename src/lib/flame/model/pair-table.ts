import { widened } from './growing-column.ts';

/**
 * Numbers pairs of numbers, from 0 in the order in which they come, in an open-addressed table: some 20
 * bytes a pair, and no string or object is made to look one up.
 */
export class PairTable {
  size = 0;
  first: Int32Array;
  second: Int32Array;
  /** Pair + 1, or 0 for an empty slot. */
  #slots: Int32Array;
  #mask: number;

  constructor(expectedSize = 0) {
    let capacity = 64;
    while (capacity < expectedSize) capacity *= 2;
    this.first = new Int32Array(capacity);
    this.second = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity * 2 - 1;
  }

  /** The number of a pair; it gets the next one, `size`, when it has none. */
  numberOf(first: number, second: number): number {
    let slot = hash(first, second) & this.#mask;
    for (;;) {
      const pair = this.#slots[slot]! - 1; // a slot is within the mask
      if (pair < 0) break;
      if (this.first[pair] === first && this.second[pair] === second) return pair;
      slot = (slot + 1) & this.#mask;
    }
    const pair = this.size++;
    this.#slots[slot] = pair + 1;
    this.first[pair] = first;
    this.second[pair] = second;
    if (this.size === this.first.length) this.#grow();
    return pair;
  }

  #grow(): void {
    this.first = widened(this.first);
    this.second = widened(this.second);
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#slots.length - 1;
    for (let pair = 0; pair < this.size; pair++) {
      let slot = hash(this.first[pair]!, this.second[pair]!) & this.#mask; // pair < size
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = pair + 1;
    }
  }
}

function hash(first: number, second: number): number {
  let mixed = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x2c1b3c6d) >>> 0;
}
