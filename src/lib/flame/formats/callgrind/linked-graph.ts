import type { CallGraph } from './call-graph.ts';

/**
 * One event's costs as a network, by function. Cost enters at roots, flows along calls in
 * proportion to what they cost, and stays where it is self cost. Direct recursion is left out: its
 * cost is in the call to the function already. `!` below: all indexes come from the graph.
 */
export interface LinkedGraph {
  readonly total: number;
  /** Self cost. */
  readonly self: Float64Array;
  /** Self cost and the cost of all calls from here: what flows through the function. */
  readonly through: Float64Array;
  /** What does not come from any caller: cost that begins here. */
  readonly entering: Float64Array;
  /** Calls of function `f` are `firstCall[f]` up to `firstCall[f + 1]`, those that cost most first. */
  readonly firstCall: Int32Array;
  readonly callee: Int32Array;
  /** Where callers claim more of a function than flows through it, their claims are cut to that. */
  readonly cost: Float64Array;
  /** The caller that spends most on this function; -1 for none. */
  readonly mainCaller: Int32Array;
  /** Claims of callers that had to be cut. */
  readonly contradicted: number;
}

export function linkGraph(graph: CallGraph, event: number): LinkedGraph {
  const size = graph.functionCount;
  const self = new Float64Array(size);
  graph.eachSelfCost(event, (fn, cost) => (self[fn]! += cost));
  const through = self.slice();
  const claimed = new Float64Array(size);
  const firstCall = new Int32Array(size + 1);
  const most = new Float64Array(size);
  const mainCaller = new Int32Array(size).fill(-1);
  graph.eachCall(event, (caller, callee, cost) => {
    if (caller === callee || cost === 0) return;
    firstCall[caller + 1]!++;
    through[caller]! += cost;
    claimed[callee]! += cost;
    if (cost <= most[callee]!) return;
    most[callee] = cost;
    mainCaller[callee] = caller;
  });
  const scale = claimed.map((cost, fn) => (cost > through[fn]! ? through[fn]! / cost : 1));
  return {
    ...callsByCaller(graph, event, firstCall, scale),
    total: self.reduce((sum, cost) => sum + cost, 0),
    self,
    through,
    entering: through.map((cost, fn) => Math.max(0, cost - claimed[fn]!)),
    mainCaller,
    contradicted: claimed.reduce((sum, cost, fn) => sum + Math.max(0, cost - through[fn]!), 0),
  };
}

/** Groups the calls by caller, given how many each has, and puts what costs most first. */
function callsByCaller(
  graph: CallGraph,
  event: number,
  counts: Int32Array,
  scale: Float64Array,
): Pick<LinkedGraph, 'firstCall' | 'callee' | 'cost'> {
  const firstCall = counts;
  for (let fn = 0; fn + 1 < firstCall.length; fn++) firstCall[fn + 1]! += firstCall[fn]!;
  const next = firstCall.slice();
  const callee = new Int32Array(firstCall.at(-1)!);
  const cost = new Float64Array(callee.length);
  graph.eachCall(event, (from, to, claim) => {
    if (from === to || claim === 0) return;
    const at = next[from]!++;
    callee[at] = to;
    cost[at] = claim * scale[to]!;
  });
  for (let fn = 0; fn + 1 < firstCall.length; fn++) {
    sortByCost(callee, cost, firstCall[fn]!, firstCall[fn + 1]!);
  }
  return { firstCall, callee, cost };
}

/** A longer list is sorted by the engine: moving its items one by one would take too long. */
const few = 24;

/** Sorts the calls `first` to `last - 1`; those of one cost keep their order. */
function sortByCost(callee: Int32Array, cost: Float64Array, first: number, last: number): void {
  if (last - first > few) return sortManyByCost(callee, cost, first, last);
  for (let i = first + 1; i < last; i++) {
    const [to, most] = [callee[i]!, cost[i]!];
    let at = i;
    for (; at > first && cost[at - 1]! < most; at--) {
      callee[at] = callee[at - 1]!;
      cost[at] = cost[at - 1]!;
    }
    callee[at] = to;
    cost[at] = most;
  }
}

function sortManyByCost(callee: Int32Array, cost: Float64Array, first: number, last: number): void {
  const [callees, costs] = [callee.slice(first, last), cost.slice(first, last)];
  const order = Array.from(callees, (_, i) => i).sort((a, b) => costs[b]! - costs[a]!);
  order.forEach((from, i) => {
    callee[first + i] = callees[from]!;
    cost[first + i] = costs[from]!;
  });
}
