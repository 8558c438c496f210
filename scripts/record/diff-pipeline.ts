import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

/** One command as somebody would type it, and the beginning of what it left behind. */
export interface PipelineStep {
  readonly command: string;
  /** What it printed, or the first lines of the file that it wrote. */
  readonly shown: readonly string[];
  /** Lines that are not shown. */
  readonly left: number;
}

/** One way to make a differential flame graph, really run. */
export interface PipelineRun {
  readonly id: 'literal' | 'own-files' | 'corrected';
  readonly steps: readonly PipelineStep[];
  /** In the folder afterwards. */
  readonly files: readonly string[];
  /** SHA-256 of the two folded files. */
  readonly folded: { readonly before: string; readonly after: string };
  /** Different stacks in each, and in both. */
  readonly stacks: { readonly before: number; readonly after: number; readonly both: number };
}

const shownLines = 18;
/** The project is linked into the bench, so that commands show no folder of this machine. */
const fold = 'node flamewise/scripts/record/fold.ts';
const diff = 'node flamewise/scripts/record/diff.ts';

/** The guide's commands, word for word but for the two scripts, which are ours. */
const literal = [
  'perf record -F 99 -g -- ./before',
  'perf record -F 99 -g -- ./after',
  `perf script | ${fold} > before.folded`,
  `perf script | ${fold} > after.folded`,
  `${diff} before.folded after.folded > diff.svg`,
];

/** The same with a file of its own for each recording; the programs still have two names. */
const ownFiles = [
  'perf record -F 997 --call-graph dwarf,2048 -o before.data -- ./before',
  'perf record -F 997 --call-graph dwarf,2048 -o after.data -- ./after',
  ...['before', 'after'].map((side) => `perf script -i ${side}.data | ${fold} > ${side}.folded`),
  `${diff} before.folded after.folded > diff.svg`,
];

/** Without the period, so that what is counted is samples. */
const fields = '-F comm,pid,tid,time,event,ip,sym,dso';

/** One name for both programs, and samples counted instead of their periods. */
const corrected = [
  'perf record -e cpu-clock -F 997 --call-graph dwarf,2048 -o before.data -- before/app',
  'perf record -e cpu-clock -F 997 --call-graph dwarf,2048 -o after.data -- after/app',
  `perf script -i before.data ${fields} | head -18`,
  ...['before', 'after'].map(
    (side) => `perf script -i ${side}.data ${fields} | ${fold} > ${side}.folded`,
  ),
  `${diff} before.folded after.folded > diff.svg`,
];

/** Runs the three on the two builds of diff-pair. */
export async function runPipelines(bench: Bench): Promise<PipelineRun[]> {
  const project = join(import.meta.dirname, '../..');
  const builds = { literal: ['before', 'after'], corrected: ['before/app', 'after/app'] } as const;
  const runs: PipelineRun[] = [];
  for (const [id, commands, [before, after]] of [
    ['literal', literal, builds.literal],
    ['own-files', ownFiles, builds.literal],
    ['corrected', corrected, builds.corrected],
  ] as const) {
    await mkdir(bench.path(id), { recursive: true });
    await symlink(project, bench.path(id, 'flamewise'));
    await bench.compile('main.c', join(id, before), ['-O2']);
    await bench.compile('main.c', join(id, after), ['-O2', '-DAFTER']);
    runs.push(await runOne(bench, id, commands));
  }
  return runs;
}

async function runOne(
  bench: Bench,
  id: PipelineRun['id'],
  commands: readonly string[],
): Promise<PipelineRun> {
  const steps: PipelineStep[] = [];
  for (const command of commands) steps.push(await runStep(bench, id, command));
  const before = await readFile(bench.path(id, 'before.folded'), 'utf8');
  const after = await readFile(bench.path(id, 'after.folded'), 'utf8');
  const stacksBefore = stacksOf(before);
  const stacksAfter = stacksOf(after);
  return {
    id,
    steps,
    files: (await readdir(bench.path(id))).filter((name) => name !== 'flamewise').sort(),
    folded: { before: sha256(before), after: sha256(after) },
    stacks: {
      before: stacksBefore.size,
      after: stacksAfter.size,
      both: [...stacksBefore].filter((stack) => stacksAfter.has(stack)).length,
    },
  };
}

async function runStep(bench: Bench, id: string, command: string): Promise<PipelineStep> {
  const written = / > (\w+\.folded)$/.exec(command)?.[1];
  // Into a file and not a pipe: perf record writes its data to a pipe when it is given one.
  await bench.run('sh', ['-c', `cd ${id} && { ${command}; } > ../printed.txt 2>&1`], {
    PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
  });
  const shown = written === undefined ? bench.path('printed.txt') : bench.path(id, written);
  const text = await readFile(shown, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return {
    command,
    shown: lines.slice(0, shownLines),
    left: Math.max(0, lines.length - shownLines),
  };
}

function stacksOf(folded: string): Set<string> {
  const lines = folded.split('\n').filter((line) => line !== '');
  return new Set(lines.map((line) => line.slice(0, line.lastIndexOf(' '))));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
