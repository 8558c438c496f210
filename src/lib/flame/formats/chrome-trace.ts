import type { Profile } from '../model/profile.ts';
import { cpuTimeProfile } from './chrome-trace/cpu-time-profile.ts';
import { readCpuProfiles } from './chrome-trace/cpu-profiles.ts';
import { readTrace, type Trace } from './chrome-trace/read-trace.ts';
import { spanProfile } from './chrome-trace/span-profile.ts';
import { stackFrameProfiles } from './chrome-trace/stack-frame-samples.ts';
import { byThread, nameOfThread, readTraceNames } from './chrome-trace/trace-threads.ts';
import type { ImportReport } from './import-issue.ts';
import { isArray, listOf, textOf } from './json/json-value.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** Phases of events that nest like calls. */
const spanPhases: ReadonlySet<string> = new Set(['B', 'E', 'X']);

/**
 * The Trace Event Format of chrome://tracing, DevTools, Perfetto, viztracer, Hermes and many more.
 * A file may hold CPU samples of V8, samples over `stackFrames`, and nested events; the first of
 * these that is there is read, one profile a thread.
 * Format: "Trace Event Format", Google.
 */
export const chromeTrace: ProfileFormat = {
  id: 'chrome-trace',
  label: 'Chrome trace (Trace Event Format)',
  extensions: ['trace.json', 'json', 'trace'],

  sniff({ text }: FileHead): number {
    if (/^\s*\{[^]{0,2000}?"traceEvents"\s*:\s*\[/.test(text)) return 0.8;
    return /^\s*\[\s*\{[^]{0,2000}?"ph"\s*:\s*"/.test(text) ? 0.7 : 0;
  },

  sniffJson(value: unknown): number {
    const list = isArray(value) ? value : listOf(value, 'traceEvents');
    if (list === undefined) return 0;
    const isEvents = list.slice(0, 20).some((event) => textOf(event, 'ph') !== undefined);
    if (isEvents) return 0.9;
    return isArray(value) ? 0 : 0.6;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const trace = readTrace(input, report);
    input.checkpoint(0.4);
    const profiles = sampledProfiles(trace, report) ?? nestedProfiles(trace, input, report);
    return requireSamples(profiles, this.label, report);
  },
};

/** Profiles of samples, where the trace has any. */
function sampledProfiles(trace: Trace, report: ImportReport): Profile[] | undefined {
  const names = readTraceNames(trace.events);
  const cpuProfiles = readCpuProfiles(trace.events, report);
  const spans = trace.events.filter(({ phase }) => spanPhases.has(phase)).length;
  let profiles: Profile[] | undefined;
  if (cpuProfiles.some(({ samples }) => samples.length > 0)) {
    profiles = cpuProfiles.map((source) =>
      cpuTimeProfile(source, nameOfThread(names, source.pid, source.tid), report),
    );
  } else if (trace.samples.length > 0) {
    profiles = stackFrameProfiles(trace.samples, trace.stackFrames, names, report);
  }
  if (profiles !== undefined && spans > 0) {
    report.add({
      code: 'other-events',
      ...say`The trace also has ${spans} events with a duration. Its samples were read and those were not.`,
      count: spans,
    });
  }
  return profiles;
}

function nestedProfiles(trace: Trace, input: FormatInput, report: ImportReport): Profile[] {
  const names = readTraceNames(trace.events);
  const spans = trace.events.filter(({ phase }) => spanPhases.has(phase));
  const others = trace.events.filter(({ phase }) => !spanPhases.has(phase) && phase !== 'M').length;
  if (others > 0) {
    report.add({
      code: 'other-events',
      ...say`${others} events (asynchronous, instant, counters…) are no calls of a thread. They were left out.`,
      count: others,
    });
  }
  const threads = byThread(spans);
  return threads.map((events, index) => {
    input.checkpoint(0.4 + 0.6 * (index / threads.length));
    return spanProfile(
      events,
      nameOfThread(names, events[0]?.pid ?? '', events[0]?.tid ?? ''),
      report,
    );
  });
}
