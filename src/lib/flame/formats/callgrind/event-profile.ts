import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../../model/profile.ts';
import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import type { CallGraph } from './call-graph.ts';
import { CallPaths, noPath } from './call-paths.ts';
import { linkGraph, type LinkedGraph } from './linked-graph.ts';
import { say } from '../say.ts';

/** The profile of one event of a call graph; `undefined` where the event has no cost at all. */
export function profileOfEvent(
  graph: CallGraph,
  event: number,
  report: ImportReport,
): Profile | undefined {
  const linked = linkGraph(graph, event);
  if (!(linked.total > 0)) return undefined;
  const name = graph.events[event] ?? 'cost';
  const { unit, factor } = unitOfEvent(name);
  const paths = new CallPaths(linked);
  reportRebuilding(name, linked, paths.notFollowed, report);
  const builder = new ProfileBuilder();
  addSamples(builder, graph, event, linked, paths, factor);
  return builder.build(name, unit);
}

/** Self cost of one path in one source file. */
interface PathCost {
  readonly path: number;
  readonly part: SharedCost;
  readonly weight: number;
}

/** One sample for each path and source file that holds some of its self cost. */
function addSamples(
  builder: ProfileBuilder,
  graph: CallGraph,
  event: number,
  linked: LinkedGraph,
  paths: CallPaths,
  factor: number,
): void {
  const costs = costsOfPaths(graph, event, linked, paths);
  const frameOfFunction: number[] = [];
  const stackOfPath = new Int32Array(paths.size).fill(noStack);
  const isOnStack = pathsOnStacks(costs, graph, paths);
  const callerStackOf = (path: number): number => stackOfPath[paths.parentOf(path)] ?? noStack;
  for (let path = 0; path < paths.size; path++) {
    if (isOnStack[path] === 0) continue;
    const fn = paths.functionOf(path);
    const frame = (frameOfFunction[fn] ??= frameOf(builder, graph, fn, graph.fileOf(fn)));
    stackOfPath[path] = builder.stack(callerStackOf(path), frame);
  }
  for (const { path, part, weight } of costs) {
    const fn = paths.functionOf(path);
    let stack = stackOfPath[path]!; // `path` is one of them
    if (part.file !== graph.fileOf(fn)) {
      part.frame ??= frameOf(builder, graph, fn, part.file);
      stack = builder.stack(callerStackOf(path), part.frame);
    }
    builder.sample(stack, weight * factor);
  }
}

function costsOfPaths(
  graph: CallGraph,
  event: number,
  { self }: LinkedGraph,
  paths: CallPaths,
): PathCost[] {
  const costs: PathCost[] = [];
  const partsOf = partsByFunction(graph, event);
  for (let path = 0; path < paths.size; path++) {
    const fn = paths.functionOf(path);
    const share = paths.selfOf(path) / self[fn]!; // `fn` is a function of the graph
    if (!(share > 0)) continue;
    for (const part of partsOf[fn] ?? []) {
      const weight = part.take(share);
      if (weight !== 0) costs.push({ path, part, weight });
    }
  }
  return costs;
}

/** 1 for each path that costs lie on: most of those that were tried carry less than one unit. */
function pathsOnStacks(costs: readonly PathCost[], graph: CallGraph, paths: CallPaths): Uint8Array {
  const isOnStack = new Uint8Array(paths.size);
  for (const { path, part } of costs) {
    const isOwnFile = part.file === graph.fileOf(paths.functionOf(path));
    const top = isOwnFile ? path : paths.parentOf(path);
    if (top !== noPath) isOnStack[top] = 1;
  }
  for (let path = paths.size - 1; path >= 0; path--) {
    const parent = paths.parentOf(path);
    if (isOnStack[path] === 1 && parent !== noPath) isOnStack[parent] = 1;
  }
  return isOnStack;
}

/**
 * Hands out a cost in pieces that are whole numbers if the cost is one, and that add up to it: a
 * piece is the rounded sum so far less the pieces before.
 */
class SharedCost {
  /** Index of its name. */
  readonly file: number;
  /** Once it is in the profile. */
  frame: number | undefined;
  readonly #cost: number;
  #share = 0;
  #taken = 0;

  constructor(file: number, cost: number) {
    this.file = file;
    this.#cost = cost;
  }

  take(share: number): number {
    this.#share += share;
    const exact = this.#cost * Math.min(1, this.#share);
    const sum = Number.isInteger(this.#cost) ? Math.round(exact) : exact;
    const piece = sum - this.#taken;
    this.#taken = sum;
    return piece;
  }
}

function partsByFunction(graph: CallGraph, event: number): (SharedCost[] | undefined)[] {
  const parts: (SharedCost[] | undefined)[] = [];
  graph.eachSelfCost(event, (fn, cost, file) => {
    if (cost > 0) (parts[fn] ??= []).push(new SharedCost(file, cost));
  });
  return parts;
}

function frameOf(builder: ProfileBuilder, graph: CallGraph, fn: number, fileIndex: number): number {
  const name = graph.nameOf(fn);
  const file = graph.names.file.names[fileIndex] ?? '';
  const library = graph.objectOf(fn);
  const detail: FrameDetail = {
    ...(isKnown(file) ? { file } : {}),
    ...(isKnown(library) ? { library } : {}),
  };
  return builder.frame(name === '' ? '[unknown]' : name, detail);
}

/** Valgrind writes `???` for what it does not know. */
function isKnown(name: string): boolean {
  return name !== '' && name !== '???';
}

const scaledName = /_\((\d*)(ns|us|µs|ms|s|bytes?)\)$/;
const nanosecondsIn: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
};

/** Xdebug writes the unit into the name: `Time_(10ns)`, `Memory_(bytes)`. All else is a count. */
function unitOfEvent(name: string): { unit: WeightUnit; factor: number } {
  const [, number = '', unit = ''] = scaledName.exec(name) ?? [];
  const factor = number === '' ? 1 : Number(number);
  const nanoseconds = nanosecondsIn[unit];
  if (nanoseconds !== undefined) return { unit: 'nanoseconds', factor: factor * nanoseconds };
  return unit.startsWith('byte') ? { unit: 'bytes', factor } : { unit: 'count', factor: 1 };
}

function reportRebuilding(
  event: string,
  { total, contradicted }: LinkedGraph,
  notFollowed: number,
  report: ImportReport,
): void {
  const share = (cost: number): string => `${((100 * cost) / total).toFixed(2)}%`;
  if (notFollowed > total * 1e-4) {
    report.add({
      code: 'paths-cut',
      ...say`${share(notFollowed)} of ${event} lies on call paths too small to follow. It is shown under the main caller of each function.`,
    });
  }
  if (contradicted > total * 1e-4) {
    report.add({
      code: 'calls-contradict-costs',
      ...say`Calls claim ${share(contradicted)} more of ${event} than the called functions have. The claims were cut.`,
    });
  }
}
