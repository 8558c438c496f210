import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import { asIndex, asNumber, asTime, member, textOf } from '../json/json-value.ts';
import { brokenStack, LinkedStacks, noParent } from '../stacks/linked-stacks.ts';
import { SampleIntake } from '../stacks/sample-intake.ts';
import { holderOf, placeIn, type GeckoFrame, type ReadFrame } from './gecko-frames.ts';
import { tableOf, type Cell, type GeckoTable } from './gecko-table.ts';

/** One thread of the file, with what its frames need from elsewhere. */
export interface GeckoThread {
  readonly name: string;
  readonly tables: unknown;
  readonly shared: unknown;
  readonly frameAt: ReadFrame;
}

const nanosecondsPerMillisecond = 1e6;

/** `weightType` of a table of samples, and what one of it is. */
const weightTypes: ReadonlyMap<string, { unit: WeightUnit; scale: number }> = new Map([
  ['samples', { unit: 'samples', scale: 1 }],
  ['tracing-ms', { unit: 'nanoseconds', scale: nanosecondsPerMillisecond }],
  ['bytes', { unit: 'bytes', scale: 1 }],
]);

/**
 * One table of a thread's samples by its own weights: the CPU samples (`samples`), or what it
 * allocated (`jsAllocations`, `nativeAllocations`), where a negative weight is memory freed.
 */
export function tableProfile(
  thread: GeckoThread,
  tableName: string,
  report: ImportReport,
): Profile {
  const samples = tableOf(thread.tables, tableName);
  const name = tableName === 'samples' ? thread.name : `${thread.name}: ${tableName}`;
  const builder = new ProfileBuilder();
  const table = member(thread.tables, tableName);
  const type = textOf(table, 'weightType') ?? 'samples';
  const { unit, scale } = weightTypes.get(type) ?? { unit: 'count', scale: 1 };
  const intake = new SampleIntake(builder, { scale, mayBeNegative: unit === 'bytes' });
  const stackAt = stacksOf(thread, builder, ({ name, detail }) => builder.frame(name, detail));
  const [stack, weight] = [samples.column('stack'), samples.column('weight')];
  const times = timesOf(samples);
  for (let row = 0; row < samples.length; row++) {
    const time = times === undefined ? undefined : (times[row] ?? 0) * nanosecondsPerMillisecond;
    intake.add(stackAt(stack(row)), weight(row) ?? 1, time);
  }
  intake.reportTo(report, name, type);
  return builder.build(name, unit, unit === 'samples' ? {} : { sampleCount: builder.sampleCount });
}

/**
 * The page's own JavaScript by time, as Firefox DevTools showed its recordings: without the frames
 * of the browser and of its scripts (`resource:`, `self-hosted`), each sample lasting to the next.
 */
export function scriptTimeProfile(thread: GeckoThread, report: ImportReport): Profile | undefined {
  const samples = tableOf(thread.tables, 'samples');
  const times = timesOf(samples);
  if (times === undefined) return undefined;
  const builder = new ProfileBuilder();
  const intake = new SampleIntake(builder, { scale: nanosecondsPerMillisecond });
  const stackAt = stacksOf(thread, builder, ({ name, detail }) => {
    const place = placeIn(name);
    if (place === undefined || /^(resource:|self-hosted(:|$))/.test(place.file)) return leftOut;
    return builder.frame(place.name, detail);
  });
  const stack = samples.column('stack');
  for (let row = 0; row < samples.length; row++) {
    const now = times[row] ?? 0;
    intake.add(stackAt(stack(row)), (times[row + 1] ?? now) - now, now * nanosecondsPerMillisecond);
  }
  const name = `${thread.name}: JavaScript by time`;
  intake.reportTo(report, name, 'milliseconds');
  return builder.build(name, 'nanoseconds', { sampleCount: builder.sampleCount });
}

/** Instead of a frame: the frame is not shown, and what it called stands on its caller. */
const leftOut = -1;
/** Instead of a frame: there is no such row. */
const noFrame = -2;

/** The stack of a cell of the samples' `stack` column; `frameOf` is asked once for each frame. */
function stacksOf(
  { tables, shared, frameAt }: GeckoThread,
  builder: ProfileBuilder,
  frameOf: (frame: GeckoFrame) => number,
): (cell: unknown) => number {
  const table = tableOf(holderOf('stackTable', tables, shared), 'stackTable');
  const [prefixColumn, frameColumn] = [table.column('prefix'), table.column('frame')];
  const frames = new Map<number, number>();
  const frameOfRow = (row: number): number => {
    const known = frames.get(row);
    if (known !== undefined) return known;
    const read = frameAt(row);
    const frame = read === undefined ? noFrame : frameOf(read);
    frames.set(row, frame);
    return frame;
  };
  const stacks = new LinkedStacks({
    length: table.length,
    parentOf: (row) => asIndex(prefixColumn(row), table.length) ?? noParent,
    push(prefix, row) {
      const frame = frameOfRow(asNumber(frameColumn(row)) ?? noFrame);
      if (frame === leftOut) return prefix;
      return frame === noFrame ? brokenStack : builder.stack(prefix, frame);
    },
  });
  return (cell) => {
    if (cell === null || cell === undefined) return noStack;
    const row = asIndex(cell, table.length);
    return row === undefined ? brokenStack : stacks.stackOf(row);
  };
}

/** Milliseconds from the first sample, never falling; undefined unless every sample has a time. */
function timesOf(samples: GeckoTable): Float64Array | undefined {
  const [time, delta] = [samples.column('time'), samples.column('timeDeltas')];
  const times = new Float64Array(samples.length);
  let now = 0;
  let latest = 0;
  let first = 0;
  for (let row = 0; row < samples.length; row++) {
    const at = timeAt(time, delta, row, now);
    if (at === undefined) return undefined;
    now = at;
    if (row === 0) first = latest = at;
    latest = Math.max(latest, at);
    times[row] = latest - first;
  }
  return times;
}

function timeAt(time: Cell, delta: Cell, row: number, before: number): number | undefined {
  const step = asNumber(delta(row));
  return asTime(step === undefined ? time(row) : before + step);
}
