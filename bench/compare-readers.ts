import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from './bytes.ts';

/** Milliseconds. A reader that needs longer is timed once. */
const longest = 10_000;

/** Small files are read more often: what takes a millisecond is not fast the first ten times. */
export function roundsFor(nodes: number, rounds: number): number {
  return Math.max(rounds, Math.min(60, Math.ceil(1e6 / nodes)));
}

export interface Timing {
  /** The first run in a new process, as a page that opens one file has it. */
  readonly cold: number;
  /** The fastest of all runs: whatever else the machine does only adds. */
  readonly fastest: number;
}

export interface Comparison {
  readonly fileName: string;
  /** Names of `readers.ts`, in the order to print. */
  readonly readers: readonly string[];
  readonly rounds: number;
}

/**
 * Times readers of one file, each in a process of its own, in turns, so that a slow moment of the
 * machine hits them all. In one process, a reader also pays for what the others leave behind: their
 * garbage is collected in its time, and a collection throws its compiled code away. A reader that is
 * not to be had, or does not read the file, is missing in the result.
 */
export async function compareReaders(
  bytes: Bytes,
  { fileName, readers, rounds }: Comparison,
): Promise<Map<string, Timing>> {
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-bench-'));
  const file = join(folder, 'profile');
  writeFileSync(file, bytes);
  const processes = new Map<string, ChildProcess>();
  const times = new Map<string, number[]>();
  try {
    for (const name of readers) {
      const started = await startReader(name, file, fileName);
      if (started !== undefined) processes.set(name, started);
    }
    for (let round = 0; round < rounds; round++) {
      for (const [name, child] of processes) await runOnce(child, name, times);
    }
  } finally {
    for (const child of processes.values()) child.kill();
    rmSync(folder, { recursive: true });
  }
  return new Map([...times].map(([name, all]) => [name, timingOf(all)]));
}

async function startReader(
  name: string,
  file: string,
  fileName: string,
): Promise<ChildProcess | undefined> {
  const module = join(import.meta.dirname, 'reader-process.ts');
  const child = fork(module, [name, file, fileName], { execArgv: ['--max-old-space-size=8192'] });
  if (await answerOf(child)) return child;
  child.kill();
  return undefined;
}

async function runOnce(child: ChildProcess, name: string, times: Map<string, number[]>) {
  const before = times.get(name) ?? [];
  if ((before[0] ?? 0) > longest) return;
  child.send('read');
  const time = await answerOf(child);
  if (typeof time === 'number') times.set(name, [...before, time]);
}

/** What the process sends next; undefined when it ends instead, and null where it could not read. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const events = [once(child, 'message', { signal }), once(child, 'exit', { signal })];
  try {
    const [answer] = (await Promise.race(events)) as unknown[];
    return child.exitCode === null ? answer : undefined;
  } finally {
    waiting.abort();
    await Promise.allSettled(events);
  }
}

function timingOf(times: readonly number[]): Timing {
  return { cold: times[0] ?? Number.NaN, fastest: Math.min(...times) };
}

/** A line a reader: both times, and how often they hold those of each of `units`. */
export function printTimings(times: ReadonlyMap<string, Timing>, units: readonly string[]): void {
  for (const [name, { cold, fastest }] of times) {
    const ratios = units.map((unit) => {
      const ratio = fastest / (times.get(unit)?.fastest ?? Number.NaN);
      return `${ratio.toFixed(2).padStart(8)} x ${shortName(unit)}`;
    });
    const both = `${fastest.toFixed(1).padStart(9)} ms${cold.toFixed(1).padStart(10)} ms cold`;
    console.log(`  ${name.padEnd(36)}${both}${ratios.join('')}`);
  }
}

function shortName(reader: string): string {
  return reader.startsWith('Flamewise') ? 'ours' : (reader.split('.').at(-1) ?? reader);
}
