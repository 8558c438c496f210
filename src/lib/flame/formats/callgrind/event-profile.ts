import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../../model/profile.ts';
import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import type { CallGraph } from './call-graph.ts';
import { CallPaths } from './call-paths.ts';
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

/** One sample for each path and source file that holds some of its self cost. */
function addSamples(
  builder: ProfileBuilder,
  graph: CallGraph,
  event: number,
  { self }: LinkedGraph,
  paths: CallPaths,
  factor: number,
): void {
  const partsOf = partsByFunction(graph, event);
  const frameOfFunction: number[] = [];
  const stackOfPath = new Int32Array(paths.size);
  for (let path = 0; path < paths.size; path++) {
    const fn = paths.functionOf(path);
    const parent = paths.parentOf(path);
    const callerStack = parent === noStack ? noStack : (stackOfPath[parent] ?? noStack);
    const frame = (frameOfFunction[fn] ??= frameOf(builder, graph, fn));
    const stack = builder.stack(callerStack, frame);
    stackOfPath[path] = stack;
    const share = paths.selfOf(path) / (self[fn] ?? 1);
    if (!(share > 0)) continue;
    for (const part of partsOf[fn] ?? []) {
      const weight = part.take(share);
      if (weight === 0) continue;
      part.frame ??= frameOf(builder, graph, fn, part.file);
      const partStack = part.frame === frame ? stack : builder.stack(callerStack, part.frame);
      builder.sample(partStack, weight * factor);
    }
  }
}

/**
 * Hands out a cost in pieces that are whole numbers if the cost is one, and that add up to it: a
 * piece is the rounded sum so far less the pieces before.
 */
class SharedCost {
  readonly file: string;
  /** Once it is in the profile. */
  frame: number | undefined;
  readonly #cost: number;
  #share = 0;
  #taken = 0;

  constructor(file: string, cost: number) {
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
  graph.parts.forEach(({ fn, file }, part) => {
    const cost = graph.selfCost(part, event);
    if (cost > 0) (parts[fn] ??= []).push(new SharedCost(file, cost));
  });
  return parts;
}

function frameOf(builder: ProfileBuilder, graph: CallGraph, fn: number, file?: string): number {
  const { name, file: ownFile, object } = graph.functions[fn]!; // `fn` is one of them
  const detail: { -readonly [Key in keyof FrameDetail]: FrameDetail[Key] } = {};
  if (isKnown(file ?? ownFile)) detail.file = file ?? ownFile;
  if (isKnown(object)) detail.library = object;
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
