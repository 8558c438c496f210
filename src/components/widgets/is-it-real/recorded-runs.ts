import type { Sample } from '../../../content/schemas/sample.ts';
import { evaluateQuery } from '../../../lib/query/index.ts';
import { loadManifest, loadSample } from '../../../lib/site/samples.ts';

export type RunRole = 'before' | 'after';

/** One recording of an experiment. */
export interface RecordedRun {
  readonly id: string;
  readonly role: RunRole;
  /** Which repeat, from 1. */
  readonly run: number;
  readonly samples: number;
  /** Milliseconds of CPU time for one unit of the work that was recorded. */
  readonly milliseconds: number;
  /** Samples that pass through each of the functions that were asked for, in their order. */
  readonly counts: readonly number[];
}

/** The repeats of an experiment, at build time; throws where there is no such set of samples. */
export async function loadRuns(set: string, functions: readonly string[]): Promise<RecordedRun[]> {
  const samples = (await loadManifest()).filter(({ partOf }) => partOf?.set === set);
  if (samples.length === 0) throw new Error(`No sample of the manifest is part of "${set}".`);
  const runs = await Promise.all(samples.map((sample) => readRun(sample, functions)));
  return runs.sort((a, b) => a.run - b.run);
}

async function readRun(sample: Sample, functions: readonly string[]): Promise<RecordedRun> {
  const { id, partOf, frequency, work } = sample;
  if (partOf?.role !== 'before' && partOf?.role !== 'after') {
    throw new Error(`The sample "${id}" is neither before nor after.`);
  }
  if (frequency === undefined || work === undefined) {
    throw new Error(`The sample "${id}" lacks its frequency or its work.`);
  }
  const profile = await loadSample(id);
  const counts = functions.map((name) => {
    const result = evaluateQuery(profile, { total: name });
    return result.kind === 'weight' ? result.value : 0;
  });
  return {
    id,
    role: partOf.role,
    run: partOf.run ?? 1,
    samples: profile.totalWeight,
    milliseconds: (profile.totalWeight * 1000) / frequency / work.amount,
    counts,
  };
}

/** The CPU time for one unit of work, on average over the runs of one side. */
export function meanMilliseconds(runs: readonly RecordedRun[], role: RunRole): number {
  const chosen = runs.filter((run) => run.role === role);
  return chosen.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / chosen.length;
}

export function samplesOf(runs: readonly RecordedRun[], role: RunRole): number[] {
  return runs.filter((run) => run.role === role).map(({ samples }) => samples);
}
