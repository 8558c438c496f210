import { independentSamples } from '../../flame/index.ts';
import type { DiffTree, Profile, WeightUnit } from '../../flame/index.ts';

/**
 * What stands between two profiles and a comparison.
 *
 * - `units`, `empty`: they cannot be compared at all
 * - `roots`: they share no root, so every frame is new or gone: often the program's own name
 * - `events`: recorded with different events, as far as their names tell
 * - `durations`: one lasted more than twice as long
 * - `sample-counts`: one has more than twice the samples: the smaller decides what can be seen
 * - `few-samples`: under 100 on a side
 * - `not-samples`: weights do not count samples, so nobody can tell a change from chance
 */
export type Obstacle =
  | { readonly code: 'units'; readonly before: WeightUnit; readonly after: WeightUnit }
  | { readonly code: 'events'; readonly before: string; readonly after: string }
  | { readonly code: 'empty'; readonly side: 'before' | 'after' | 'both' }
  | { readonly code: 'roots' | 'not-samples' }
  | {
      readonly code: 'durations' | 'sample-counts' | 'few-samples';
      readonly before: number;
      readonly after: number;
    };

/** Up to here the smaller of two still tells much of what the larger does. */
const farApart = 2;
const tooFew = 100;

/** Reasons for which nothing can be compared, if there are any. */
export function hindrances(before: Profile, after: Profile): Obstacle[] {
  if (before.unit !== after.unit) {
    return [{ code: 'units', before: before.unit, after: after.unit }];
  }
  const isEmpty = [before, after].map(({ totalWeight }) => !(totalWeight > 0));
  if (!isEmpty.includes(true)) return [];
  const side = isEmpty[0] === isEmpty[1] ? 'both' : isEmpty[0] === true ? 'before' : 'after';
  return [{ code: 'empty', side }];
}

/** Reasons for caution between two that can be compared. */
export function doubts(before: Profile, after: Profile, tree: DiffTree): Obstacle[] {
  return [
    ...roots(tree),
    ...events(before, after),
    ...pair('durations', durationOf(before), durationOf(after), isFarApart),
    ...samples(before, after),
  ];
}

function roots(tree: DiffTree): Obstacle[] {
  for (let row = 0; row < tree.size; row = tree.end[row] ?? tree.size) {
    if (tree.statusOf(row) === 'common') return [];
  }
  return [{ code: 'roots' }];
}

/** Names of events that perf writes, which importers keep as the profile's name. */
const eventName =
  /^(?:cpu-clock|task-clock|cycles|instructions|cpu-cycles|cache-misses|branch-misses|page-faults|context-switches|sched:\w+)(?=:|$)/;

function events(before: Profile, after: Profile): Obstacle[] {
  const was = eventName.exec(before.name)?.[0];
  const is = eventName.exec(after.name)?.[0];
  if (was === undefined || is === undefined || was === is) return [];
  return [{ code: 'events', before: was, after: is }];
}

/** Nanoseconds from the first sample to the last. */
function durationOf({ samples: { time, length } }: Profile): number | undefined {
  if (time === undefined || length < 2) return undefined;
  return (time[length - 1] ?? 0) - (time[0] ?? 0);
}

function samples(before: Profile, after: Profile): Obstacle[] {
  const was = independentSamples(before);
  const is = independentSamples(after);
  if (was === undefined || is === undefined) return [{ code: 'not-samples' }];
  return [
    ...pair('few-samples', was, is, (a, b) => Math.min(a, b) < tooFew),
    ...pair('sample-counts', was, is, isFarApart),
  ];
}

function isFarApart(a: number, b: number): boolean {
  return Math.max(a, b) > farApart * Math.min(a, b);
}

function pair(
  code: 'durations' | 'sample-counts' | 'few-samples',
  before: number | undefined,
  after: number | undefined,
  holds: (before: number, after: number) => boolean,
): Obstacle[] {
  if (before === undefined || after === undefined || !holds(before, after)) return [];
  return [{ code, before, after }];
}
