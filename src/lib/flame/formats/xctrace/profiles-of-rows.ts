import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import type { Backtrace, TraceRow } from './trace-rows.ts';

/** One profile per thread, in order of appearance. */
export function profilesOfRows(
  rows: readonly TraceRow[],
  fileName: string | undefined,
  report: ImportReport,
): Profile[] {
  const usable = rows.filter(
    ({ weight }) => weight === undefined || (weight >= 0 && weight < Infinity),
  );
  if (usable.length < rows.length) {
    report.add({
      code: 'bad-weight',
      message: 'Rows whose weight is no usable number were left out.',
      count: rows.length - usable.length,
    });
  }
  const unit = unitOf(usable);
  const threads = Map.groupBy(usable, ({ thread }) => thread);
  return [...threads].map(([thread, own]) => {
    const name = threads.size > 1 && thread !== '' ? thread : (fileName ?? (thread || 'xctrace'));
    return profileOf(own, name, unit);
  });
}

/** Equal weights say no more than how often the profiler looked. */
function unitOf(rows: readonly TraceRow[]): WeightUnit {
  const first = rows[0];
  if (rows.every(({ weight }) => weight === first?.weight)) return 'samples';
  return rows.some(({ weightName }) => weightName === 'cycle-weight') ? 'count' : 'nanoseconds';
}

function profileOf(rows: readonly TraceRow[], name: string, unit: WeightUnit): Profile {
  const builder = new ProfileBuilder();
  const stacks = new Map<Backtrace, number>();
  const start = rows[0]?.time ?? 0;
  const isTimed = rows.every(({ time = Number.NaN }, index) => {
    return time >= (rows[index - 1]?.time ?? start) && time < Infinity;
  });
  for (const { backtrace = [], weight = 0, time = 0 } of rows) {
    let stack = stacks.get(backtrace);
    if (stack === undefined) {
      stack = stackOf(backtrace, builder);
      stacks.set(backtrace, stack);
    }
    builder.sample(stack, unit === 'samples' ? 1 : weight, isTimed ? time - start : undefined);
  }
  return builder.build(name, unit, unit === 'samples' ? {} : { sampleCount: rows.length });
}

function stackOf(backtrace: Backtrace, builder: ProfileBuilder): number {
  let stack = noStack;
  for (let i = backtrace.length - 1; i >= 0; i--) {
    const frame = backtrace[i];
    if (frame !== undefined) stack = builder.stack(stack, builder.frame(frame.name, frame.detail));
  }
  return stack;
}
