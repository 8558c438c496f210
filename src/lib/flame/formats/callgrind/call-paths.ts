import type { LinkedGraph } from './linked-graph.ts';

/** Stands for no path: what is below a root. */
export const noPath = -1;

/** Each round follows what is no smaller than this share of the whole; what is smaller than the last is not. */
const sharesOfRounds = [1e-3, 1e-4, 1e-5, 1e-6];
const mostPaths = 60_000;
/** Calls looked at and frames gone up or down, altogether. */
const mostWork = 30_000_000;

/**
 * Follows the cost of a call graph from its roots along the calls, and so finds the call paths
 * that carry it. A call back to a function that is on the path already returns its cost there, so
 * recursion adds no depth and no path repeats a function. The work is bounded; what is left when it
 * ends, in many small flows, stays with the path that carries most of the function's cost.
 *
 * The method is the push of approximate PageRank (Andersen, Chung, Lang 2006) on a tree of paths, in
 * rounds from large flows to small ones: where there are more paths than anyone counts, those that
 * carry most are followed. `!` below: a path's number is an index of all columns, which have room for
 * every path.
 */
export class CallPaths {
  readonly #graph: LinkedGraph;
  size = 0;
  readonly #parent: Int32Array;
  readonly #function: Int32Array;
  /** The path that was added to this one last, and to the parent of this one before it. */
  readonly #latestChild: Int32Array;
  readonly #siblingBefore: Int32Array;
  /** What came down a path and was sent on, and what came since then. */
  readonly #followed: Float64Array;
  readonly #pending: Float64Array;
  /** The first call of the path's function that nothing was sent along, being too small for the rounds so far. */
  readonly #nextCall: Int32Array;
  /** Paths at which enough is pending: the latest goes first, as it is mostly the next one on the way. */
  readonly #waiting: number[] = [];
  readonly #isWaiting: Uint8Array;
  /** Functions whose cost begins with them, largest first, and the first of them without a path. */
  readonly #roots: Int32Array;
  #nextRoot = 0;
  /** The path at which the functions of `onPath` are: by function, the path's number + 1. */
  #current = noPath;
  readonly #onPath: Int32Array;
  /** By function: the path with most of its cost. */
  readonly #mainPath: Int32Array;
  readonly #self: Float64Array;
  #work = 0;
  /** What the round follows: flows no smaller than this. */
  #least = 0;
  /** Self cost that was not followed to its path. */
  notFollowed = 0;

  constructor(graph: LinkedGraph) {
    const functions = graph.self.length;
    const room = mostPaths + functions;
    this.#graph = graph;
    this.#parent = new Int32Array(room);
    this.#function = new Int32Array(room);
    this.#latestChild = new Int32Array(room);
    this.#siblingBefore = new Int32Array(room);
    this.#followed = new Float64Array(room);
    this.#pending = new Float64Array(room);
    this.#nextCall = new Int32Array(room);
    this.#isWaiting = new Uint8Array(room);
    this.#self = new Float64Array(room);
    this.#onPath = new Int32Array(functions);
    this.#mainPath = new Int32Array(functions).fill(noPath);
    this.#roots = rootsOf(graph);
    for (const share of sharesOfRounds) this.#followAll(graph.total * share);
    this.#moveTo(noPath);
    this.#placeFollowed();
    this.#placeRest();
  }

  /** The path without its last call; `noPath` for a root. Always less than `path`. */
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

  /** Follows all flows that are no smaller than `least`. */
  #followAll(least: number): void {
    this.#least = least;
    const known = this.size;
    const { entering } = this.#graph;
    for (; this.#nextRoot < this.#roots.length; this.#nextRoot++) {
      const fn = this.#roots[this.#nextRoot]!;
      if (entering[fn]! < least || this.size >= mostPaths) break;
      this.#begin(noPath, fn, entering[fn]!);
    }
    for (let path = 0; path < known; path++) {
      this.#sendMore(path);
      this.#arrive(path, 0);
    }
    while (this.#waiting.length > 0 && this.#work < mostWork) this.#follow(this.#waiting.pop()!);
  }

  /** Takes the cost that waits at a path: some is its own, the rest goes on along its calls. */
  #follow(path: number): void {
    const { through, firstCall, callee, cost } = this.#graph;
    const fn = this.#function[path]!;
    const part = this.#pending[path]! / through[fn]!;
    this.#isWaiting[path] = 0;
    this.#followed[path]! += this.#pending[path]!;
    this.#pending[path] = 0;
    const first = firstCall[fn]!;
    let call = this.#nextCall[path]! - 1;
    if (call >= first) this.#moveTo(path);
    this.#work += call + 2 - first;
    // The paths from here were begun in the order of the calls. A call without one leads back.
    for (let child = this.#latestChild[path]!; call >= first; call--) {
      const flow = part * cost[call]!;
      if (child !== noPath && this.#function[child] === callee[call]) {
        this.#arrive(child, flow);
        child = this.#siblingBefore[child]!;
      } else this.#arrive(this.#onPath[callee[call]!]! - 1, flow);
    }
    this.#sendMore(path);
  }

  /** Sends what was followed so far along further calls, as long as they carry enough. */
  #sendMore(path: number): void {
    const { through, firstCall, callee, cost } = this.#graph;
    const fn = this.#function[path]!;
    const last = firstCall[fn + 1]!;
    const part = this.#followed[path]! / through[fn]!;
    let call = this.#nextCall[path]!;
    if (call === last || part * cost[call]! < this.#least) return;
    this.#moveTo(path);
    for (; call < last && this.size < mostPaths; call++) {
      const flow = part * cost[call]!;
      if (flow < this.#least) break;
      const back = this.#onPath[callee[call]!]! - 1;
      if (back === noPath) this.#begin(path, callee[call]!, flow);
      else this.#arrive(back, flow);
    }
    this.#work += call - this.#nextCall[path]!;
    this.#nextCall[path] = call;
  }

  /** Marks the functions of this path; between neighbours that is a few steps up and down. */
  #moveTo(path: number): void {
    let meeting = path;
    while (meeting !== noPath && this.#onPath[this.#function[meeting]!] !== meeting + 1) {
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

  /** Sends the first flow down a path that is not there yet. */
  #begin(from: number, to: number, flow: number): void {
    this.#arrive(this.#addPath(from, to), flow);
  }

  #arrive(path: number, flow: number): void {
    this.#pending[path]! += flow;
    if (this.#isWaiting[path] === 1 || this.#pending[path]! < this.#least) return;
    this.#isWaiting[path] = 1;
    this.#waiting.push(path);
  }

  #addPath(from: number, to: number): number {
    const path = this.size++;
    this.#parent[path] = from;
    this.#function[path] = to;
    this.#nextCall[path] = this.#graph.firstCall[to]!;
    this.#latestChild[path] = noPath;
    if (from === noPath) return path;
    this.#siblingBefore[path] = this.#latestChild[from]!;
    this.#latestChild[from] = path;
    return path;
  }

  /** Gives every path the self cost that was followed to it, and finds the main one of each function. */
  #placeFollowed(): void {
    const { self, through } = this.#graph;
    const most = new Float64Array(self.length);
    for (let path = 0; path < this.size; path++) {
      const fn = this.#function[path]!;
      const arrived = this.#followed[path]! + this.#pending[path]!;
      this.#self[path] = (this.#followed[path]! / through[fn]!) * self[fn]!;
      if (arrived <= most[fn]!) continue;
      most[fn] = arrived;
      this.#mainPath[fn] = path;
    }
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
    while (at !== -1 && this.#mainPath[at] === noPath && this.#onPath[at] === 0) {
      callers.push(at);
      this.#onPath[at] = 1;
      at = this.#graph.mainCaller[at]!;
    }
    for (const caller of callers) this.#onPath[caller] = 0;
    let path = at === -1 ? noPath : this.#mainPath[at]!;
    for (const caller of callers.reverse()) {
      path = this.#addPath(path, caller);
      this.#mainPath[caller] = path;
    }
    return path;
  }
}

/** Functions that some cost begins with, those with most of it first. */
function rootsOf({ entering }: LinkedGraph): Int32Array {
  const roots: number[] = [];
  entering.forEach((cost, fn) => {
    if (cost > 0) roots.push(fn);
  });
  return Int32Array.from(roots.sort((a, b) => entering[b]! - entering[a]!));
}
