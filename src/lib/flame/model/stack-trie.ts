import { widened } from './growing-column.ts';
import type { StackTable } from './profile.ts';
import { sortByPlace } from './sort-by-place.ts';

/** Stands for "no stack": the prefix of a root frame, or a sample without frames. */
export const noStack = -1;

const emptySlot = -1;
/** A parent whose child was not among its latest this many gets a place in the hash table. */
const walkedAtMost = 32;
const hashed = 1;

/**
 * Stacks as a prefix tree in columns, while it grows. Children are linked lists, latest first,
 * since profilers write a stack near its relatives; only parents with many children are hashed
 * (hashing all of them costs a cache miss for every stack, and made the parse twice as slow).
 * `!` below: indexes are bounded by the columns' own sizes.
 */
export class StackTrie {
  #prefix: Int32Array<ArrayBuffer>;
  #frame: Int32Array<ArrayBuffer>;
  /** Child + 1, by stack + 1: row 0 is "no stack", the parent of all roots; 0 is no child. */
  #firstChild: Int32Array<ArrayBuffer>;
  #nextSibling: Int32Array<ArrayBuffer>;
  #isHashed: Uint8Array<ArrayBuffer>;
  #table = new Int32Array(1 << 10).fill(emptySlot);
  #inTable = 0;
  size = 0;

  /** `expected` saves growing; memory that is not needed after all is never touched. */
  constructor(expected = 0) {
    const capacity = Math.max(1 << 12, expected);
    this.#prefix = new Int32Array(capacity);
    this.#frame = new Int32Array(capacity);
    this.#firstChild = new Int32Array(capacity);
    this.#nextSibling = new Int32Array(capacity);
    this.#isHashed = new Uint8Array(capacity);
  }

  /** The stack with `frame` on top of `prefix`, or `noStack`. */
  find(prefix: number, frame: number): number {
    if (this.#isHashed[prefix + 1] === hashed) return this.#lookUp(prefix, frame);
    let next = this.#firstChild[prefix + 1]!;
    let walked = 0;
    while (next !== 0 && this.#frame[next - 1] !== frame) {
      if (++walked > walkedAtMost) {
        this.#hashChildren(prefix);
        return this.#lookUp(prefix, frame);
      }
      next = this.#nextSibling[next - 1]!;
    }
    return next - 1;
  }

  /** Adds a stack that is not there yet. */
  add(prefix: number, frame: number): number {
    const stack = this.size++;
    if (stack + 1 === this.#prefix.length) this.#widen();
    this.#prefix[stack] = prefix;
    this.#frame[stack] = frame;
    this.#nextSibling[stack] = this.#firstChild[prefix + 1]!;
    this.#firstChild[prefix + 1] = stack + 1;
    if (this.#isHashed[prefix + 1] === hashed) this.#insert(stack);
    return stack;
  }

  /** The leaf of a stack. */
  frameOf(stack: number): number {
    return this.#frame[stack]!;
  }

  finish(): StackTable {
    return {
      length: this.size,
      prefix: this.#prefix.slice(0, this.size),
      frame: this.#frame.slice(0, this.size),
    };
  }

  /**
   * The stacks numbered anew in pre-order, siblings by their `place`, and the new number of each:
   * the table is then a call tree, and a tree that is built of it needs no columns of its own for
   * frames and parents.
   */
  finishInOrder(place: Int32Array): { stacks: StackTable; rowOf: Int32Array } {
    const length = this.size;
    const prefix = new Int32Array(length);
    const frame = new Int32Array(length);
    const rowOf = new Int32Array(length);
    const open = new Int32Array(length); // what is still to be numbered, the next one last
    let last = this.#openChildren(noStack, open, 0, place);
    for (let row = 0; row < length; row++) {
      const stack = open[--last]!;
      const above = this.#prefix[stack]!;
      rowOf[stack] = row;
      prefix[row] = above === noStack ? noStack : rowOf[above]!;
      frame[row] = this.#frame[stack]!;
      last = this.#openChildren(stack, open, last, place);
    }
    return { stacks: { length, prefix, frame }, rowOf };
  }

  /** Puts the children behind the first `from` of `open`, last place first; gives how many those are now. */
  #openChildren(stack: number, open: Int32Array, from: number, place: Int32Array): number {
    let to = from;
    let next = this.#firstChild[stack + 1]!;
    for (; next !== 0; next = this.#nextSibling[next - 1]!) open[to++] = next - 1;
    if (to - from > 1) {
      sortByPlace(open, from, to, place);
      open.subarray(from, to).reverse();
    }
    return to;
  }

  #hashChildren(prefix: number): void {
    this.#isHashed[prefix + 1] = hashed;
    let next = this.#firstChild[prefix + 1]!;
    for (; next !== 0; next = this.#nextSibling[next - 1]!) this.#insert(next - 1);
  }

  #lookUp(prefix: number, frame: number): number {
    const mask = this.#table.length - 1;
    let slot = slotOf(prefix, frame) & mask;
    for (;;) {
      const stack = this.#table[slot]!;
      if (stack === emptySlot) return noStack;
      if (this.#prefix[stack] === prefix && this.#frame[stack] === frame) return stack;
      slot = (slot + 1) & mask;
    }
  }

  #insert(stack: number): void {
    if (++this.#inTable * 2 > this.#table.length) this.#rehash();
    this.#place(stack);
  }

  #place(stack: number): void {
    const mask = this.#table.length - 1;
    let slot = slotOf(this.#prefix[stack]!, this.#frame[stack]!) & mask;
    while (this.#table[slot] !== emptySlot) slot = (slot + 1) & mask;
    this.#table[slot] = stack;
  }

  #rehash(): void {
    const stacks = this.#table;
    this.#table = new Int32Array(stacks.length * 2).fill(emptySlot);
    for (const stack of stacks) if (stack !== emptySlot) this.#place(stack);
  }

  #widen(): void {
    this.#prefix = widened(this.#prefix);
    this.#frame = widened(this.#frame);
    this.#nextSibling = widened(this.#nextSibling);
    this.#firstChild = widened(this.#firstChild);
    const isHashed = new Uint8Array(this.#isHashed.length * 2);
    isHashed.set(this.#isHashed);
    this.#isHashed = isHashed;
  }
}

function slotOf(prefix: number, frame: number): number {
  const mixed = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(frame, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
