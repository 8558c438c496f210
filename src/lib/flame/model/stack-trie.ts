import { widened } from './growing-column.ts';
import type { StackTable } from './profile.ts';
import type { sortByPlace } from './sort-by-place.ts';

/** Stands for "no stack": the prefix of a root frame, or a sample without frames. */
export const noStack = -1;

/** A parent whose child was not among its latest this many gets a place in the hash table. */
const walkedAtMost = 12;

/** A node is a stack + 1, and 0 is "no stack", the parent of all roots. It has four cells. */
const cellsOfNode = 4;
const parentCell = 0;
const frameCell = 1;
/** The latest child's node, negative where the children are hashed; 0 where there is none. */
const childCell = 2;
/** The node of the child before it; 0 where there is none. */
const siblingCell = 3;

/**
 * Stacks as a prefix tree, while it grows. Children are linked lists, latest first, since profilers
 * write a stack near its relatives; only parents with many children are hashed (hashing all of them
 * costs a cache miss for every stack, and made the parse twice as slow). What belongs to one stack
 * stands together, since where lines come in no order every look at a stack is a cache miss.
 * `!` below: nodes are bounded by the cells' own number.
 */
export class StackTrie {
  #cells: Int32Array<ArrayBuffer>;
  #table = new Int32Array(1 << 10); // of nodes; 0 is an empty slot
  #inTable = 0;
  size = 0;

  /** `expected` saves growing; memory that is not needed after all is never touched. */
  constructor(expected = 0) {
    this.#cells = new Int32Array(Math.max(1 << 12, expected + 2) * cellsOfNode);
  }

  /** The stack with `frame` on top of `prefix`, or `noStack`. */
  find(prefix: number, frame: number): number {
    const cells = this.#cells;
    let node = cells[(prefix + 1) * cellsOfNode + childCell]!;
    if (node < 0) return this.#lookUp(prefix + 1, frame) - 1;
    let walked = 0;
    while (node !== 0 && cells[node * cellsOfNode + frameCell] !== frame) {
      if (++walked > walkedAtMost) {
        this.#hashChildren(prefix + 1);
        return this.#lookUp(prefix + 1, frame) - 1;
      }
      node = cells[node * cellsOfNode + siblingCell]!;
    }
    return node - 1;
  }

  /** Whether any stack has `prefix` below it. */
  hasChildren(prefix: number): boolean {
    return this.#cells[(prefix + 1) * cellsOfNode + childCell] !== 0;
  }

  /** Adds a stack that is not there yet. */
  add(prefix: number, frame: number): number {
    const stack = this.size++;
    const node = stack + 1;
    if ((node + 1) * cellsOfNode > this.#cells.length) this.#cells = widened(this.#cells);
    const cells = this.#cells;
    const at = node * cellsOfNode;
    const childOfParent = (prefix + 1) * cellsOfNode + childCell;
    const before = cells[childOfParent]!;
    cells[at + parentCell] = prefix + 1;
    cells[at + frameCell] = frame;
    if (before < 0) {
      cells[at + siblingCell] = -before;
      cells[childOfParent] = -node;
      this.#insert(node);
    } else {
      cells[at + siblingCell] = before;
      cells[childOfParent] = node;
    }
    return stack;
  }

  /** The leaf of a stack. */
  frameOf(stack: number): number {
    return this.#cells[(stack + 1) * cellsOfNode + frameCell]!;
  }

  finish(): StackTable {
    const length = this.size;
    const prefix = new Int32Array(length);
    const frame = new Int32Array(length);
    const cells = this.#cells;
    for (let stack = 0, at = cellsOfNode; stack < length; stack++, at += cellsOfNode) {
      prefix[stack] = cells[at + parentCell]! - 1;
      frame[stack] = cells[at + frameCell]!;
    }
    return { length, prefix, frame };
  }

  /**
   * The stacks numbered anew in pre-order, siblings by their `place`, and the new number of each:
   * the table is then a call tree, and a tree that is built of it needs no columns of its own for
   * frames and parents.
   */
  finishInOrder(
    place: Int32Array,
    sort: typeof sortByPlace,
  ): { stacks: StackTable; rowOf: Int32Array } {
    const length = this.size;
    const prefix = new Int32Array(length);
    const frame = new Int32Array(length);
    const rowOf = new Int32Array(length);
    const cells = this.#cells;
    const open = new Int32Array(length); // what is still to be numbered, the next one last
    let last = this.#openChildren(0, open, 0, place, sort);
    for (let row = 0; row < length; row++) {
      const stack = open[--last]!;
      const at = (stack + 1) * cellsOfNode;
      const above = cells[at + parentCell]! - 1;
      rowOf[stack] = row;
      prefix[row] = above === noStack ? noStack : rowOf[above]!;
      frame[row] = cells[at + frameCell]!;
      last = this.#openChildren(stack + 1, open, last, place, sort);
    }
    return { stacks: { length, prefix, frame }, rowOf };
  }

  /** Puts the children behind the first `from` of `open`, last place first; gives how many those are now. */
  #openChildren(
    parent: number,
    open: Int32Array,
    from: number,
    place: Int32Array,
    sort: typeof sortByPlace,
  ): number {
    const cells = this.#cells;
    let to = from;
    let node = Math.abs(cells[parent * cellsOfNode + childCell]!);
    for (; node !== 0; node = cells[node * cellsOfNode + siblingCell]!) open[to++] = node - 1;
    if (to - from > 1) {
      sort(open, from, to, place);
      reverse(open, from, to);
    }
    return to;
  }

  #hashChildren(parent: number): void {
    const cells = this.#cells;
    let node = cells[parent * cellsOfNode + childCell]!;
    cells[parent * cellsOfNode + childCell] = -node;
    for (; node !== 0; node = cells[node * cellsOfNode + siblingCell]!) this.#insert(node);
  }

  /** The node, or 0. */
  #lookUp(parent: number, frame: number): number {
    const cells = this.#cells;
    const mask = this.#table.length - 1;
    let slot = slotOf(parent, frame) & mask;
    for (;;) {
      const node = this.#table[slot]!;
      if (node === 0) return 0;
      const at = node * cellsOfNode;
      if (cells[at + parentCell] === parent && cells[at + frameCell] === frame) return node;
      slot = (slot + 1) & mask;
    }
  }

  #insert(node: number): void {
    if (++this.#inTable * 2 > this.#table.length) this.#rehash();
    this.#place(node);
  }

  #place(node: number): void {
    const at = node * cellsOfNode;
    const mask = this.#table.length - 1;
    let slot = slotOf(this.#cells[at + parentCell]!, this.#cells[at + frameCell]!) & mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    this.#table[slot] = node;
  }

  #rehash(): void {
    const nodes = this.#table;
    this.#table = new Int32Array(nodes.length * 2);
    for (const node of nodes) if (node !== 0) this.#place(node);
  }
}

/** In place; a view of the part for each of many short ones takes longer than to reverse it. */
function reverse(column: Int32Array, from: number, to: number): void {
  for (let low = from, high = to - 1; low < high; low++, high--) {
    const item = column[low]!; // both are within the part
    column[low] = column[high]!;
    column[high] = item;
  }
}

function slotOf(parent: number, frame: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(frame, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
