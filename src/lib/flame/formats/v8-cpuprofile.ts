import { GrowingFloat64 } from '../model/growing-column.ts';
import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { isRecord, listOf, member, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { brokenStack } from './stacks/linked-stacks.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';
import { readClock } from './v8/cpu-clock.ts';
import {
  isNestedTree,
  readFlatNodes,
  readNestedNodes,
  reportOrphans,
  stacksOfNodes,
  type CpuNode,
  type CpuNodes,
} from './v8/cpu-nodes.ts';
import { say } from './say.ts';

/**
 * V8's .cpuprofile: `node --cpu-prof`, Chrome DevTools, the inspector; and its old form with the
 * tree nested under `head` (v8-profiler). Gives samples first; a second profile of the same
 * samples by time where the file tells when they were taken.
 *
 * `(program)`, `(idle)` and `(garbage collector)` stay where the file has them, directly under the
 * root; the root itself is no function and is dropped.
 * Format: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-Profile
 */
export const v8CpuProfile: ProfileFormat = {
  id: 'v8-cpuprofile',
  label: 'V8 CPU profile (.cpuprofile)',
  extensions: ['cpuprofile', 'json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{/.test(text) && /"(callFrame|hitCount)"\s*:/.test(text) ? 0.5 : 0;
  },

  sniffJson(value: unknown): number {
    const profile = unwrap(value);
    const nodes = listOf(profile, 'nodes');
    if (nodes !== undefined && isRecord(member(nodes[0], 'callFrame'))) return 0.9;
    const head = member(profile, 'head');
    return isNestedTree(head) && member(head, 'hitCount') !== undefined ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = unwrap(parsedJson(input));
    const nodes = readNodes(file);
    const name = textOf(file, 'title') ?? input.fileName ?? 'CPU profile';
    const samples = listOf(file, 'samples') ?? [];
    input.checkpoint(0.5);
    reportOrphans(nodes, name, report);
    if (samples.length === 0 || nodes.hasRepeatedIds) {
      const byHits = profileByHits(nodes, name, samples.length > 0, report);
      return requireSamples([byHits], this.label, report);
    }
    const clock = readClock(file, samples);
    if (clock === undefined) reportNoClock(name, report);
    const profiles = profilesOfSamples(nodes, samples, clock, name, report);
    return requireSamples(profiles, this.label, report);
  },
};

/** The profile itself, also where the inspector's answer was saved around it. */
function unwrap(value: unknown): unknown {
  const inner = member(value, 'profile') ?? member(member(value, 'result'), 'profile');
  return inner !== undefined && member(value, 'nodes') === undefined ? inner : value;
}

function readNodes(file: unknown): CpuNodes {
  const nodes = listOf(file, 'nodes');
  if (nodes !== undefined) return readFlatNodes(nodes);
  const head = member(file, 'head');
  if (isNestedTree(head)) return readNestedNodes(head);
  throw unexpectedShape('.cpuprofile', 'it has neither a list of nodes nor a tree under "head"');
}

const nameOf = ({ name }: CpuNode): string => (name === '' ? '(anonymous)' : name);

/** The samples counted, and counted by time where there is a clock. */
function profilesOfSamples(
  nodes: CpuNodes,
  samples: readonly unknown[],
  clock: Float64Array | undefined,
  name: string,
  report: ImportReport,
): Profile[] {
  const builder = new ProfileBuilder();
  const stacks = stacksOfNodes(nodes, builder, nameOf);
  const intake = new SampleIntake(builder, { scale: 1 });
  const durations = new GrowingFloat64();
  samples.forEach((id, i) => {
    const node = nodes.find(id);
    const now = clock?.[i] ?? 0;
    const time = clock === undefined ? undefined : now * 1e3;
    intake.add(node === undefined ? brokenStack : stacks.stackOf(node), 1, time);
    const isTaken = builder.sampleCount > durations.length;
    if (isTaken) durations.push(((clock?.[i + 1] ?? now) - now) * 1e3);
  });
  intake.reportTo(report, name, 'samples');
  const counted = builder.build(name, 'samples');
  return clock === undefined ? [counted] : [counted, byTime(counted, durations.finish())];
}

/**
 * The same stacks with each sample weighing the time to the next, in nanoseconds. How long the last
 * one lasted is not known: it weighs nothing.
 */
function byTime(counted: Profile, durations: Float64Array): Profile {
  return {
    ...counted,
    name: `${counted.name} (time)`,
    unit: 'nanoseconds',
    samples: { ...counted.samples, weight: durations },
    totalWeight: durations.reduce((sum, duration) => sum + duration, 0),
    sampleCount: counted.samples.length,
  };
}

/** V8's own counts by node, for files without samples. They are sample counts, and no time. */
function profileByHits(
  nodes: CpuNodes,
  name: string,
  hasSamples: boolean,
  report: ImportReport,
): Profile {
  const builder = new ProfileBuilder();
  const stacks = stacksOfNodes(nodes, builder, nameOf);
  const intake = new SampleIntake(builder, { scale: 1 });
  nodes.nodes.forEach(({ hits }, index) => {
    if (hits !== 0) intake.add(stacks.stackOf(index), hits);
  });
  if (hasSamples) {
    report.add({
      code: 'repeated-id',
      message:
        'Several nodes share an id, so the list of samples is ambiguous. The hit counts of the nodes were read instead; the order of the samples is lost.',
    });
  }
  intake.reportTo(report, name, 'samples');
  return builder.build(name, 'samples');
}

function reportNoClock(name: string, report: ImportReport): void {
  report.add({
    code: 'no-time',
    ...say`"${name}" does not say when its samples were taken. They are counted; there is no order of time.`,
  });
}
