import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { asTime, isRecord, listOf, member, numberOf, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';
import { detailOf, nameOrPlace } from './v8/cpu-nodes.ts';

const nanosecondsPerSecond = 1e9;

/**
 * Timeline recording exported by Safari's Web Inspector: JavaScript samples with a duration each.
 * Durations and timestamps do not line up to the last millisecond; the durations are the weights.
 */
export const safari: ProfileFormat = {
  id: 'safari',
  label: 'Safari timeline recording',
  extensions: ['json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{[^]{0,200}?"recording"\s*:\s*\{/.test(text) ? 0.5 : 0;
  },

  sniffJson(value: unknown): number {
    return listOf(member(value, 'recording'), 'sampleStackTraces') === undefined ? 0 : 0.9;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const recording = member(parsedJson(input), 'recording');
    const traces = listOf(recording, 'sampleStackTraces');
    if (!isRecord(recording) || traces === undefined) {
      throw unexpectedShape('Safari recording', 'it has no list of stack traces');
    }
    const name = textOf(recording, 'displayName') ?? input.fileName ?? 'Safari recording';
    const durations = listOf(recording, 'sampleDurations') ?? [];
    const builder = new ProfileBuilder();
    const intake = new SampleIntake(builder, { scale: nanosecondsPerSecond });
    const start = asTime(member(traces[0], 'timestamp')) ?? 0;
    let latest = 0;
    traces.forEach((trace, i) => {
      const at = (asTime(member(trace, 'timestamp')) ?? start) - start;
      latest = Math.max(latest, at * nanosecondsPerSecond);
      intake.add(stackOf(trace, builder), durations[i], latest);
    });
    intake.reportTo(report, name, 'seconds');
    const profile = builder.build(name, 'nanoseconds', { sampleCount: builder.sampleCount });
    return requireSamples([profile], this.label, report);
  },
};

/** The stack of a trace, whose frames are leaf first. Lines are 1-based. */
function stackOf(trace: unknown, builder: ProfileBuilder): number {
  const frames = listOf(trace, 'stackFrames') ?? [];
  let stack = noStack;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = {
      name: textOf(frames[i], 'name') ?? '',
      url: textOf(frames[i], 'url') ?? '',
      line: numberOf(frames[i], 'line') ?? 0,
    };
    stack = builder.stack(stack, builder.frame(nameOrPlace(frame), detailOf(frame)));
  }
  return stack;
}
