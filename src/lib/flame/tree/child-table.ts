/**
 * Nodes by (parent, key), in an open-addressed table: some 20 bytes a node, and no string or object
 * is made to look one up.
 */
export class ChildTable {
  size = 0;
  parent: Int32Array;
  key: Int32Array;
  frame: Int32Array;
  /** Node + 1, or 0 for an empty slot. */
  #slots: Int32Array;
  #mask: number;

  constructor(expectedSize: number) {
    let capacity = 64;
    while (capacity < expectedSize) capacity *= 2;
    this.parent = new Int32Array(capacity);
    this.key = new Int32Array(capacity);
    this.frame = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity * 2 - 1;
  }

  /** The child of `parent` with `key`; it is made, with `frame`, when there is none. */
  child(parent: number, key: number, frame: number): number {
    let slot = hash(parent, key) & this.#mask;
    for (;;) {
      const node = (this.#slots[slot] ?? 0) - 1;
      if (node < 0) break;
      if (this.parent[node] === parent && this.key[node] === key) return node;
      slot = (slot + 1) & this.#mask;
    }
    const node = this.size++;
    this.#slots[slot] = node + 1;
    this.parent[node] = parent;
    this.key[node] = key;
    this.frame[node] = frame;
    if (this.size === this.parent.length) this.#grow();
    return node;
  }

  #grow(): void {
    const capacity = this.size * 2;
    this.parent = widened(this.parent, capacity);
    this.key = widened(this.key, capacity);
    this.frame = widened(this.frame, capacity);
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity * 2 - 1;
    for (let node = 0; node < this.size; node++) {
      let slot = hash(this.parent[node] ?? 0, this.key[node] ?? 0) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = node + 1;
    }
  }
}

function hash(parent: number, key: number): number {
  let mixed = Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(key + 1, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x2c1b3c6d) >>> 0;
}

function widened(column: Int32Array, capacity: number): Int32Array {
  const wider = new Int32Array(capacity);
  wider.set(column);
  return wider;
}
