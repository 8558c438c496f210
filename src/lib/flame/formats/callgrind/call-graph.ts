/** A function, apart for each file and object that has one of this name. */
export interface GraphFunction {
  readonly name: string;
  readonly file: string;
  readonly object: string;
  /** Whether the file gives its cost, and not only calls to it. */
  isDefined: boolean;
}

/** A function's own cost in one source file: inlined code may stand in another than the function. */
export interface CostPart {
  readonly fn: number;
  readonly file: string;
}

export interface Call {
  readonly caller: number;
  callee: number;
}

/** What a callgrind file says: costs of functions and costs of calls, each for every event. */
export class CallGraph {
  readonly events: readonly string[];
  readonly functions: GraphFunction[] = [];
  readonly parts: CostPart[] = [];
  readonly calls: Call[] = [];
  /** By object, file and name: joining the three for one key takes longer than three look-ups. */
  readonly #functions = new Map<string, Map<string, Map<string, number>>>();
  /** By function, then by file. */
  readonly #partsOf: Map<string, number>[] = [];
  readonly #callByKey = new Map<number, number>();
  /** Rows of `events.length` costs, by part and by call. */
  readonly #partCosts: CostRows;
  readonly #callCosts: CostRows;

  constructor(events: readonly string[]) {
    this.events = events;
    this.#partCosts = new CostRows(events.length);
    this.#callCosts = new CostRows(events.length);
  }

  function(name: string, file: string, object: string): number {
    let ofObject = this.#functions.get(object);
    if (ofObject === undefined) this.#functions.set(object, (ofObject = new Map()));
    let ofFile = ofObject.get(file);
    if (ofFile === undefined) ofObject.set(file, (ofFile = new Map()));
    let index = ofFile.get(name);
    if (index === undefined) {
      index = this.functions.push({ name, file, object, isDefined: false }) - 1;
      ofFile.set(name, index);
    }
    return index;
  }

  /** The part of a function in a source file: see `addSelf`. */
  part(fn: number, file: string): number {
    const partsOf = (this.#partsOf[fn] ??= new Map());
    let part = partsOf.get(file);
    if (part === undefined) {
      part = this.parts.push({ fn, file }) - 1;
      partsOf.set(file, part);
    }
    return part;
  }

  addSelf(part: number, costs: Float64Array): void {
    this.#partCosts.add(part, costs);
  }

  addCall(caller: number, callee: number, costs: Float64Array): void {
    const key = caller * 0x4000000 + callee; // exact: there are fewer than 2^26 functions
    let call = this.#callByKey.get(key);
    if (call === undefined) {
      call = this.calls.push({ caller, callee }) - 1;
      this.#callByKey.set(key, call);
    }
    this.#callCosts.add(call, costs);
  }

  selfCost(part: number, event: number): number {
    return this.#partCosts.at(part, event);
  }

  callCost(call: number, event: number): number {
    return this.#callCosts.at(call, event);
  }

  /**
   * Points calls at functions with a cost. Writers may name a callee without its file or object:
   * such a call means the function of that name, if there is exactly one.
   */
  resolveCallees(): void {
    const byName = new Map<string, number>();
    this.functions.forEach(({ name, isDefined }, index) => {
      if (isDefined) byName.set(name, byName.has(name) ? -1 : index);
    });
    for (const call of this.calls) {
      const callee = this.functions[call.callee];
      if (callee === undefined || callee.isDefined) continue;
      const only = byName.get(callee.name) ?? -1;
      if (only !== -1) call.callee = only;
    }
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
    while (start + this.#width > this.#values.length) {
      const wider = new Float64Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    for (let i = 0; i < this.#width; i++) this.#values[start + i]! += costs[i]!; // both have the width
  }

  at(row: number, column: number): number {
    return this.#values[row * this.#width + column] ?? 0;
  }
}
