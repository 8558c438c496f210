import type { CallTree } from './call-tree.ts';

/** A call tree and what its frames are merged by. */
export interface KeyedTree {
  readonly tree: Pick<CallTree, 'size' | 'end' | 'frame'>;
  /** By frame of the tree; no two siblings have one key. */
  readonly keyOf: Int32Array;
}

/** The nodes of two call trees as one, in pre-order. */
export interface UnitedTrees {
  readonly size: number;
  /** Row of the parent; -1 for a root. */
  readonly parent: Int32Array;
  /** Row in the first tree, and in the second; -1 where that one has no such node. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Orders two siblings, of which each is a row of the first tree or of the second, or -1 and the other. */
export type CompareNodes = (
  first: number,
  second: number,
  otherFirst: number,
  otherSecond: number,
) => number;

/** Fewer siblings than these are sorted by moving them one by one: see `sortByPlace`. */
const few = 24;

/**
 * Walks two call trees at once from their roots, and pairs the children of one node by key: each row is
 * visited once, and nothing is looked up in a table of nodes. Siblings are those of the first tree in its order, then
 * those that only the second has, in its order, unless `compare` says otherwise.
 *
 * @param keys how many keys there are
 * @param compare what siblings are sorted by where both trees have some
 */
export function uniteTrees(
  first: KeyedTree,
  second: KeyedTree,
  keys: number,
  compare?: CompareNodes,
): UnitedTrees {
  const walk = new Walk(first, second, keys, compare);
  return walk.rows();
}

/** `!` below: rows, keys and places are in range by construction, this is a kernel. */
class Walk {
  readonly #first: KeyedTree;
  readonly #second: KeyedTree;
  readonly #compare: CompareNodes | undefined;
  /** Siblings that are still to be visited, by place: the next one stands last. */
  readonly #inFirst: Int32Array;
  readonly #inSecond: Int32Array;
  readonly #parent: Int32Array;
  readonly #key: Int32Array;
  /** By key: the place at which it was put last. */
  readonly #placeOf: Int32Array;
  #open = 0;

  constructor(
    first: KeyedTree,
    second: KeyedTree,
    keys: number,
    compare: CompareNodes | undefined,
  ) {
    this.#first = first;
    this.#second = second;
    this.#compare = compare;
    const most = first.tree.size + second.tree.size; // memory that is not needed is never touched
    this.#inFirst = new Int32Array(most);
    this.#inSecond = new Int32Array(most);
    this.#parent = new Int32Array(most);
    this.#key = new Int32Array(most);
    this.#placeOf = new Int32Array(keys);
  }

  rows(): UnitedTrees {
    const { tree } = this.#first;
    const { tree: other } = this.#second;
    const most = tree.size + other.size;
    const parent = new Int32Array(most);
    const first = new Int32Array(most);
    const second = new Int32Array(most);
    let size = 0;
    this.#openChildren(-1, 0, tree.size, 0, other.size);
    while (this.#open > 0) {
      const place = --this.#open;
      const row = this.#inFirst[place]!;
      const otherRow = this.#inSecond[place]!;
      parent[size] = this.#parent[place]!;
      first[size] = row;
      second[size] = otherRow;
      const end = row < 0 ? 0 : tree.end[row]!;
      const otherEnd = otherRow < 0 ? 0 : other.end[otherRow]!;
      this.#openChildren(size++, row + 1, end, otherRow + 1, otherEnd);
    }
    return {
      size,
      parent: parent.slice(0, size),
      first: first.subarray(0, size),
      second: second.subarray(0, size),
    };
  }

  /** The children of a node are the subtrees that begin at `row` and end at `end`, of both trees. */
  #openChildren(
    parent: number,
    row: number,
    end: number,
    otherRow: number,
    otherEnd: number,
  ): void {
    const { tree, keyOf } = this.#first;
    const { tree: other, keyOf: otherKeyOf } = this.#second;
    const from = this.#open;
    for (let child = row; child < end; child = tree.end[child]!) {
      this.#put(parent, keyOf[tree.frame[child]!]!, child, -1);
    }
    const between = this.#open;
    for (let child = otherRow; child < otherEnd; child = other.end[child]!) {
      const key = otherKeyOf[other.frame[child]!]!;
      const twin = between === from ? -1 : this.#placeOf[key]!;
      if (twin >= from && twin < between && this.#key[twin] === key) this.#inSecond[twin] = child;
      else this.#put(parent, key, -1, child);
    }
    if (this.#open - from < 2) return;
    if (this.#compare !== undefined && row < end && otherRow < otherEnd) {
      this.#sort(from, this.#compare);
    }
    this.#reverse(from);
  }

  #put(parent: number, key: number, row: number, otherRow: number): void {
    const place = this.#open++;
    this.#placeOf[key] = place;
    this.#parent[place] = parent;
    this.#key[place] = key;
    this.#inFirst[place] = row;
    this.#inSecond[place] = otherRow;
  }

  /** All of these have one parent, and their keys are not asked for again. */
  #sort(from: number, compare: CompareNodes): void {
    const first = this.#inFirst;
    const second = this.#inSecond;
    if (this.#open - from > few) return this.#sortMany(from, compare);
    for (let at = from + 1; at < this.#open; at++) {
      const row = first[at]!;
      const otherRow = second[at]!;
      let to = at - 1;
      for (; to >= from && compare(first[to]!, second[to]!, row, otherRow) > 0; to--) {
        first[to + 1] = first[to]!;
        second[to + 1] = second[to]!;
      }
      first[to + 1] = row;
      second[to + 1] = otherRow;
    }
  }

  #sortMany(from: number, compare: CompareNodes): void {
    const first = this.#inFirst.slice(from, this.#open);
    const second = this.#inSecond.slice(from, this.#open);
    const order = Array.from(first, (_, at) => at).sort((a, b) =>
      compare(first[a]!, second[a]!, first[b]!, second[b]!),
    );
    for (const [to, at] of order.entries()) {
      this.#inFirst[from + to] = first[at]!;
      this.#inSecond[from + to] = second[at]!;
    }
  }

  #reverse(from: number): void {
    for (let low = from, high = this.#open - 1; low < high; low++, high--) {
      swap(this.#inFirst, low, high);
      swap(this.#inSecond, low, high);
    }
  }
}

function swap(column: Int32Array, low: number, high: number): void {
  const item = column[low]!;
  column[low] = column[high]!;
  column[high] = item;
}
