import { ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import { asId, asTime, member, textOf, type JsonRecord } from '../json/json-value.ts';
import { brokenStack, LinkedStacks, noParent } from '../stacks/linked-stacks.ts';
import { SampleIntake } from '../stacks/sample-intake.ts';
import { byThread, nameOfThread, type TraceNames } from './trace-threads.ts';
import { say } from '../say.ts';

interface TimedSample {
  readonly pid: string;
  readonly tid: string;
  readonly at: number;
  /** Key of `stackFrames`. */
  readonly frame: string;
}

/**
 * Profiles of `samples` over `stackFrames` (the object form of a trace, as Hermes writes it), one
 * a thread, by time: each sample lasts to the thread's next, so the last one only ends the one
 * before it.
 */
export function stackFrameProfiles(
  samples: readonly unknown[],
  stackFrames: JsonRecord,
  names: TraceNames,
  report: ImportReport,
): Profile[] {
  const timed = samples.flatMap((sample) => readSample(sample) ?? []);
  if (timed.length < samples.length) {
    report.add({
      code: 'bad-sample',
      ...say`${samples.length - timed.length} samples have no time or no stack frame. They were left out.`,
      count: samples.length - timed.length,
    });
  }
  return byThread(timed).map((ofThread) => threadProfile(ofThread, stackFrames, names, report));
}

function readSample(sample: unknown): TimedSample | undefined {
  const at = asTime(member(sample, 'ts'));
  const frame = asId(member(sample, 'sf'));
  if (at === undefined || frame === undefined) return undefined;
  const pid = asId(member(sample, 'pid')) ?? '0';
  return { pid, tid: asId(member(sample, 'tid')) ?? '0', at, frame };
}

function threadProfile(
  samples: readonly TimedSample[],
  stackFrames: JsonRecord,
  names: TraceNames,
  report: ImportReport,
): Profile {
  const name = nameOfThread(names, samples[0]?.pid ?? '0', samples[0]?.tid ?? '0');
  const builder = new ProfileBuilder();
  const intake = new SampleIntake(builder, { scale: 1e3 });
  const stackOf = stacksOf(stackFrames, builder);
  const inOrder = samples.toSorted((a, b) => a.at - b.at);
  const start = inOrder[0]?.at ?? 0;
  for (let i = 0; i + 1 < inOrder.length; i++) {
    const sample = inOrder[i] as TimedSample; // i is below the length
    const end = inOrder[i + 1]?.at ?? sample.at;
    intake.add(stackOf(sample.frame), end - sample.at, (sample.at - start) * 1e3);
  }
  report.add({
    code: 'no-duration',
    ...say`"${name}": how long the last sample lasted is not in the file. It only ends the one before it.`,
  });
  intake.reportTo(report, name, 'microseconds');
  return builder.build(name, 'nanoseconds', { sampleCount: builder.sampleCount });
}

function stacksOf(stackFrames: JsonRecord, builder: ProfileBuilder): (frame: string) => number {
  const ids = Object.keys(stackFrames);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const frameAt = (index: number): unknown => member(stackFrames, ids[index] ?? '');
  const stacks = new LinkedStacks({
    length: ids.length,
    parentOf(index) {
      const parent = asId(member(frameAt(index), 'parent'));
      return parent === undefined ? noParent : (indexOf.get(parent) ?? noParent);
    },
    push(prefix, index) {
      const mark = textOf(frameAt(index), 'category');
      const name = textOf(frameAt(index), 'name') ?? '(unnamed)';
      return builder.stack(prefix, builder.frame(name, mark === undefined ? undefined : { mark }));
    },
  });
  return (frame) => {
    const index = indexOf.get(frame);
    return index === undefined ? brokenStack : stacks.stackOf(index);
  };
}
