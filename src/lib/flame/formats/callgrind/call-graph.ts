import { PairTable } from '../../model/pair-table.ts';
import { NameTable } from './name-table.ts';

/** By name: no function of it has a cost, or several have. */
const none = -1;
const several = -2;

/**
 * What a callgrind file says: costs of functions and costs of calls, each for every event. Functions
 * of one name are apart for each file and object. Names, files and objects are indexes of their tables.
 */
export class CallGraph {
  readonly events: readonly string[];
  /** Each kind has numbers of its own: `fn=(1)` and `fl=(1)` are two names. */
  readonly names: Readonly<Record<'object' | 'file' | 'function', NameTable>>;
  /** Whether the file gives the function's cost, and not only calls to it. */
  readonly #isDefined: boolean[] = [];
  /** Name and place. */
  readonly #functions = new PairTable();
  /** File and object. */
  readonly #places = new PairTable();
  /** Function and file: inlined code may stand in another file than the function. */
  readonly #parts = new PairTable();
  /** Caller and callee. */
  readonly #calls = new PairTable();
  /** Calls whose cost was added to another one's. */
  readonly #moved = new Set<number>();
  /** Rows of `events.length` costs, by part and by call. */
  readonly #partCosts: CostRows;
  readonly #callCosts: CostRows;

  constructor(events: readonly string[], names: CallGraph['names']) {
    this.events = events;
    this.names = names;
    this.#partCosts = new CostRows(events.length);
    this.#callCosts = new CostRows(events.length);
  }

  get functionCount(): number {
    return this.#functions.size;
  }

  function(name: number, file: number, object: number): number {
    return this.#functions.numberOf(name, this.#places.numberOf(file, object));
  }

  define(fn: number): void {
    this.#isDefined[fn] = true;
  }

  nameOf(fn: number): string {
    return this.names.function.names[this.#functions.first[fn]!]!; // `fn` is one of them, here and below
  }

  fileOf(fn: number): number {
    return this.#places.first[this.#functions.second[fn]!]!;
  }

  objectOf(fn: number): string {
    return this.names.object.names[this.#places.second[this.#functions.second[fn]!]!]!;
  }

  /** The part of a function in a source file: see `addSelf`. */
  part(fn: number, file: number): number {
    return this.#parts.numberOf(fn, file);
  }

  addSelf(part: number, costs: Float64Array): void {
    this.#partCosts.add(part, costs);
  }

  addCall(caller: number, callee: number, costs: Float64Array): void {
    this.#callCosts.add(this.#calls.numberOf(caller, callee), costs);
  }

  /** Visits what functions cost themselves, by source file. */
  eachSelfCost(event: number, visit: (fn: number, cost: number, file: number) => void): void {
    for (let part = 0; part < this.#parts.size; part++) {
      const fn = this.#parts.first[part]!; // part < size
      visit(fn, this.#partCosts.at(part, event), this.#parts.second[part]!);
    }
  }

  /** Visits the calls: no two have the same caller and callee. */
  eachCall(event: number, visit: (caller: number, callee: number, cost: number) => void): void {
    for (let call = 0; call < this.#calls.size; call++) {
      if (this.#moved.has(call)) continue;
      const caller = this.#calls.first[call]!; // call < size
      visit(caller, this.#calls.second[call]!, this.#callCosts.at(call, event));
    }
  }

  get callCount(): number {
    return this.#calls.size - this.#moved.size;
  }

  /**
   * Points calls at functions with a cost. Writers may name a callee without its file or object:
   * such a call means the function of that name, if there is exactly one.
   */
  resolveCallees(): void {
    const onlyOf = this.#onlyFunctions();
    const { first, second, size } = this.#calls;
    for (let call = 0; call < size; call++) {
      const callee = second[call]!; // call < size, and functions are numbered
      const only = onlyOf[this.#functions.first[callee]!]!;
      if (only < 0 || this.#isDefined[callee] === true) continue;
      this.#callCosts.addRow(this.#calls.numberOf(first[call]!, only), call);
      this.#moved.add(call);
    }
  }

  /** By name: the function with a cost, if there is exactly one. */
  #onlyFunctions(): Int32Array {
    const onlyOf = new Int32Array(this.names.function.names.length).fill(none);
    for (let fn = 0; fn < this.#functions.size; fn++) {
      const name = this.#functions.first[fn]!; // fn < size
      if (this.#isDefined[fn] === true) onlyOf[name] = onlyOf[name] === none ? fn : several;
    }
    return onlyOf;
  }
}

/** Rows of costs, added up where they lie. */
class CostRows {
  readonly #width: number;
  #values = new Float64Array(256);

  constructor(width: number) {
    this.#width = width;
  }

  add(row: number, costs: Float64Array): void {
    const start = row * this.#width;
    this.#makeRoom(start + this.#width);
    for (let i = 0; i < this.#width; i++) this.#values[start + i]! += costs[i]!; // both have the width
  }

  /** Adds what another row has. */
  addRow(row: number, other: number): void {
    const start = other * this.#width;
    this.add(row, this.#values.slice(start, start + this.#width));
  }

  at(row: number, column: number): number {
    return this.#values[row * this.#width + column] ?? 0;
  }

  #makeRoom(length: number): void {
    while (length > this.#values.length) {
      const wider = new Float64Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
  }
}
