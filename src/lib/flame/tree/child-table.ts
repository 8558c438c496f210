import { widened } from '../model/growing-column.ts';
import { PairTable } from '../model/pair-table.ts';

/** Nodes by (parent, key), each with the first frame that it was asked for with. */
export class ChildTable {
  readonly #nodes: PairTable;
  frame: Int32Array;

  constructor(expectedSize: number) {
    this.#nodes = new PairTable(expectedSize);
    this.frame = new Int32Array(this.#nodes.first.length);
  }

  get size(): number {
    return this.#nodes.size;
  }

  get parent(): Int32Array {
    return this.#nodes.first;
  }

  get key(): Int32Array {
    return this.#nodes.second;
  }

  /** The child of `parent` with `key`; it is made, with `frame`, when there is none. */
  child(parent: number, key: number, frame: number): number {
    const before = this.#nodes.size;
    const node = this.#nodes.numberOf(parent, key);
    if (node < before) return node;
    if (node === this.frame.length) this.frame = widened(this.frame);
    this.frame[node] = frame;
    return node;
  }
}
