import type { ImportReport } from '../import-issue.ts';
import { isRecord, listOf, member } from '../json/json-value.ts';
import type { TraceEvent } from './trace-event.ts';
import { say } from '../say.ts';

/** A V8 CPU profile that a trace holds, put together from its pieces. */
export interface TraceCpuProfile {
  /** The thread that was sampled, which is not the one that wrote the pieces. */
  readonly pid: string;
  readonly tid: string;
  readonly nodes: unknown[];
  readonly samples: unknown[];
  readonly timeDeltas: unknown[];
}

/**
 * The CPU profiles of a DevTools trace, in order of time: whole ones (`CpuProfile` events of old
 * Chromes) and those announced by a `Profile` event and delivered in `ProfileChunk`s. A trace has
 * one for each thread (page, workers); ids are unique only within their process.
 */
export function readCpuProfiles(
  events: readonly TraceEvent[],
  report: ImportReport,
): TraceCpuProfile[] {
  const profiles = new Map<string, TraceCpuProfile>();
  let strays = 0;
  for (const event of inOrderOfTime(events)) {
    const data = member(event.args, 'data');
    const key = `${event.pid} ${event.id ?? event.tid}`;
    if (event.name === 'CpuProfile') {
      const whole = member(data, 'cpuProfile');
      if (isRecord(whole)) append(declare(profiles, key, event), whole, whole);
    } else if (event.name === 'Profile') {
      append(declare(profiles, key, event), data, data);
    } else if (event.name === 'ProfileChunk' && isRecord(data)) {
      const profile = profiles.get(key);
      if (profile === undefined) strays++;
      else append(profile, member(data, 'cpuProfile'), data);
    }
  }
  if (strays > 0) {
    report.add({
      code: 'stray-chunk',
      ...say`${strays} pieces of CPU profiles belong to none that the trace announces. They were left out.`,
      count: strays,
    });
  }
  return [...profiles.values()];
}

function inOrderOfTime(events: readonly TraceEvent[]): TraceEvent[] {
  const names = new Set(['CpuProfile', 'Profile', 'ProfileChunk']);
  const timeOf = ({ at }: TraceEvent): number => (Number.isNaN(at) ? 0 : at);
  return events
    .filter(({ name }) => name !== undefined && names.has(name))
    .sort((a, b) => timeOf(a) - timeOf(b));
}

function declare(
  profiles: Map<string, TraceCpuProfile>,
  key: string,
  { pid, tid }: TraceEvent,
): TraceCpuProfile {
  const profile = { pid, tid, nodes: [], samples: [], timeDeltas: [] };
  profiles.set(key, profile);
  return profile;
}

function append(profile: TraceCpuProfile, tree: unknown, timed: unknown): void {
  for (const node of listOf(tree, 'nodes') ?? []) profile.nodes.push(node);
  for (const sample of listOf(tree, 'samples') ?? []) profile.samples.push(sample);
  for (const delta of listOf(timed, 'timeDeltas') ?? []) profile.timeDeltas.push(delta);
}
