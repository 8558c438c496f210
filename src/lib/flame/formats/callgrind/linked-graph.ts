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
  /** Below 1 where the callers claim more than flows through: their claims are cut to it. */
  readonly scale: Float64Array;
  /** Calls of function `f` are `firstCall[f]` up to `firstCall[f + 1]`. */
  readonly firstCall: Int32Array;
  readonly callee: Int32Array;
  readonly cost: Float64Array;
  /** Whether a function has two calls to one callee, which the file named in two ways. */
  readonly hasTwinCalls: boolean;
  /** The caller that spends most on this function; -1 for none. */
  readonly mainCaller: Int32Array;
  /** Claims of callers that had to be cut. */
  readonly contradicted: number;
}

export function linkGraph(graph: CallGraph, event: number): LinkedGraph {
  const size = graph.functions.length;
  const self = new Float64Array(size);
  graph.parts.forEach(({ fn }, part) => (self[fn]! += graph.selfCost(part, event)));
  const calls = callsByCaller(graph, event);
  const through = self.slice();
  const claimed = new Float64Array(size);
  for (let fn = 0; fn < size; fn++) {
    for (let i = calls.firstCall[fn]!; i < calls.firstCall[fn + 1]!; i++) {
      through[fn]! += calls.cost[i]!;
      claimed[calls.callee[i]!]! += calls.cost[i]!;
    }
  }
  return {
    ...calls,
    total: self.reduce((sum, cost) => sum + cost, 0),
    self,
    through,
    entering: through.map((cost, fn) => Math.max(0, cost - claimed[fn]!)),
    scale: claimed.map((cost, fn) => (cost > through[fn]! ? through[fn]! / cost : 1)),
    hasTwinCalls: haveTwins(calls, size),
    mainCaller: mainCallers(calls, size),
    contradicted: claimed.reduce((sum, cost, fn) => sum + Math.max(0, cost - through[fn]!), 0),
  };
}

type Calls = Pick<LinkedGraph, 'firstCall' | 'callee' | 'cost'>;

function callsByCaller(graph: CallGraph, event: number): Calls {
  const firstCall = new Int32Array(graph.functions.length + 1);
  for (const { caller } of graph.calls) firstCall[caller + 1]!++;
  for (let fn = 0; fn < graph.functions.length; fn++) firstCall[fn + 1]! += firstCall[fn]!;
  const next = firstCall.slice();
  const callee = new Int32Array(graph.calls.length);
  const cost = new Float64Array(graph.calls.length);
  graph.calls.forEach((call, index) => {
    const at = next[call.caller]!++;
    callee[at] = call.callee;
    cost[at] = call.caller === call.callee ? 0 : graph.callCost(index, event);
  });
  return { firstCall, callee, cost };
}

function haveTwins({ firstCall, callee }: Calls, size: number): boolean {
  const lastCaller = new Int32Array(size).fill(-1);
  for (let fn = 0; fn < size; fn++) {
    for (let i = firstCall[fn]!; i < firstCall[fn + 1]!; i++) {
      if (lastCaller[callee[i]!] === fn) return true;
      lastCaller[callee[i]!] = fn;
    }
  }
  return false;
}

function mainCallers({ firstCall, callee, cost }: Calls, size: number): Int32Array {
  const mainCaller = new Int32Array(size).fill(-1);
  const most = new Float64Array(size);
  for (let fn = 0; fn < size; fn++) {
    for (let i = firstCall[fn]!; i < firstCall[fn + 1]!; i++) {
      const to = callee[i]!;
      if (cost[i]! <= most[to]!) continue;
      most[to] = cost[i]!;
      mainCaller[to] = fn;
    }
  }
  return mainCaller;
}
