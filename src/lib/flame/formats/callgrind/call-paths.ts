import { noStack, StackTrie } from '../../model/stack-trie.ts';
import type { LinkedGraph } from './linked-graph.ts';

/** Cost is not followed down to shares of the whole that are smaller than this. */
const leastShare = 1e-6;
const mostPaths = 60_000;
/** Calls looked at and frames gone up or down, altogether. */
const mostWork = 30_000_000;

/**
 * Follows the cost of a call graph from its roots along the calls, and so finds the call paths
 * that carry it. A call back to a function that is on the path already returns its cost there, so
 * recursion adds no depth and no path repeats a function. The work is bounded; what is left when it
 * ends, in many small flows, stays with the path that carries most of the function's cost.
 *
 * The method is the push of approximate PageRank (Andersen, Chung, Lang 2006) on a tree of paths.
 * `!` below: a path's number is an index of all columns, which have room for every path.
 */
export class CallPaths {
  readonly #graph: LinkedGraph;
  /** A path is a stack of functions; its number is that of the stack. */
  readonly #trie = new StackTrie();
  readonly #parent: Int32Array;
  readonly #function: Int32Array;
  readonly #self: Float64Array;
  readonly #pending: Float64Array;
  readonly #arrived: Float64Array;
  readonly #queue: number[] = [];
  readonly #isQueued: Uint8Array;
  /** The path at which the functions of `onPath` are: by function, the path's number + 1. */
  #current = noStack;
  readonly #onPath: Int32Array;
  /** By function: the path with most of its cost. */
  readonly #mainPath: Int32Array;
  #work = 0;
  readonly #least: number;
  /** Self cost that was not followed to its path. */
  notFollowed = 0;

  constructor(graph: LinkedGraph) {
    const functions = graph.self.length;
    const room = mostPaths + functions;
    this.#graph = graph;
    this.#parent = new Int32Array(room);
    this.#function = new Int32Array(room);
    this.#self = new Float64Array(room);
    this.#pending = new Float64Array(room);
    this.#arrived = new Float64Array(room);
    this.#isQueued = new Uint8Array(room);
    this.#onPath = new Int32Array(functions);
    this.#mainPath = new Int32Array(functions).fill(noStack);
    this.#least = graph.total * leastShare;
    this.#followAll();
    this.#placeRest();
  }

  get size(): number {
    return this.#trie.size;
  }

  /** The path without its last call; `noStack` for a root. Always less than `path`. */
  parentOf(path: number): number {
    return this.#parent[path]!;
  }

  functionOf(path: number): number {
    return this.#function[path]!;
  }

  /** Self cost of the path's function on this path. Over all paths it adds up to its self cost. */
  selfOf(path: number): number {
    return this.#self[path]!;
  }

  #followAll(): void {
    const { entering, through } = this.#graph;
    entering.forEach((cost, fn) => {
      if (cost >= this.#least || cost === through[fn]) this.#send(noStack, fn, cost);
    });
    for (let step = 0; step < this.#queue.length && this.#work < mostWork; step++) {
      this.#follow(this.#queue[step]!);
    }
    this.#moveTo(noStack);
    for (let path = 0; path < this.size; path++) {
      const fn = this.#function[path]!;
      const main = this.#mainPath[fn]!;
      if (main === noStack || this.#arrived[path]! > this.#arrived[main]!) {
        this.#mainPath[fn] = path;
      }
    }
  }

  /** Takes the cost that waits at a path: some is its own, the rest goes on along its calls. */
  #follow(path: number): void {
    const { self, through, scale, firstCall, callee, cost } = this.#graph;
    const fn = this.#function[path]!;
    const part = this.#pending[path]! / through[fn]!;
    this.#isQueued[path] = 0;
    this.#pending[path] = 0;
    this.#self[path]! += part * self[fn]!;
    this.#moveTo(path);
    const last = firstCall[fn + 1]!;
    const onPath = this.#onPath;
    // Then no callee has a path from here yet, and none needs to be looked for: most are followed once.
    const isFirst = !this.#graph.hasTwinCalls && !this.#trie.hasChildren(path);
    this.#work += last - firstCall[fn]!;
    for (let i = firstCall[fn]!; i < last; i++) {
      const to = callee[i]!;
      const flow = part * cost[i]! * scale[to]!;
      const back = onPath[to]! - 1;
      if (back !== noStack) this.#arrive(back, flow);
      else if (isFirst) this.#begin(path, to, flow);
      else this.#send(path, to, flow);
    }
  }

  /** Marks the functions of this path; between neighbours that is a few steps up and down. */
  #moveTo(path: number): void {
    let meeting = path;
    while (meeting !== noStack && this.#onPath[this.#function[meeting]!] !== meeting + 1) {
      meeting = this.#parent[meeting]!;
      this.#work++;
    }
    for (let at = this.#current; at !== meeting; at = this.#parent[at]!) {
      this.#onPath[this.#function[at]!] = 0;
      this.#work++;
    }
    for (let at = path; at !== meeting; at = this.#parent[at]!) {
      this.#onPath[this.#function[at]!] = at + 1;
    }
    this.#current = path;
  }

  #send(from: number, to: number, flow: number): void {
    const path = this.#trie.find(from, to);
    if (path === noStack) return this.#begin(from, to, flow);
    this.#arrived[path]! += flow;
    this.#arrive(path, flow);
  }

  /** Sends the first flow down a path that is not there yet, if it is worth one. */
  #begin(from: number, to: number, flow: number): void {
    if (flow < this.#least || this.size >= mostPaths) return;
    const path = this.#addPath(from, to);
    this.#arrived[path] = flow;
    this.#arrive(path, flow);
  }

  #arrive(path: number, flow: number): void {
    this.#pending[path]! += flow;
    if (this.#isQueued[path] === 1 || this.#pending[path]! < this.#least) return;
    this.#isQueued[path] = 1;
    this.#queue.push(path);
  }

  #addPath(from: number, to: number): number {
    const path = this.#trie.add(from, to);
    this.#parent[path] = from;
    this.#function[path] = to;
    return path;
  }

  /** Gives every function the self cost that did not reach any path. */
  #placeRest(): void {
    const rest = this.#graph.self.slice();
    for (let path = 0; path < this.size; path++) rest[this.#function[path]!]! -= this.#self[path]!;
    rest.forEach((cost, fn) => {
      if (this.#graph.self[fn] === 0) return;
      this.#self[this.#mainPathOf(fn)]! += cost;
      this.notFollowed += Math.max(0, cost);
    });
  }

  /** The path with most of the function's cost; one over its main callers where there is none. */
  #mainPathOf(fn: number): number {
    const callers: number[] = [];
    let at = fn;
    while (at !== -1 && this.#mainPath[at] === noStack && this.#onPath[at] === 0) {
      callers.push(at);
      this.#onPath[at] = 1;
      at = this.#graph.mainCaller[at]!;
    }
    for (const caller of callers) this.#onPath[caller] = 0;
    let path = at === -1 ? noStack : this.#mainPath[at]!;
    for (const caller of callers.reverse()) {
      path = this.#addPath(path, caller);
      this.#mainPath[caller] = path;
    }
    return path;
  }
}
