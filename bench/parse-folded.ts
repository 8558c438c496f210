/**
 * How fast folded stacks become a call tree with layout, as ratios of one run:
 *
 *   npm run bench -- --nodes 10000,100000,1000000 --rounds 5
 *
 * Every reader gets the same bytes in turn, and the fastest rounds are compared: whatever else the
 * machine does only adds. `cold` runs each reader once in a process of its own, as a page that opens
 * one small file does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCallTree, importProfile } from '../src/lib/flame/index.ts';
import { generateStacks, type GeneratedStacks } from './generated-stacks.ts';
import { decodeAndSplit, readNaively } from './naive-reader.ts';
import { findSpeedscope, type Importer } from './speedscope-importer.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const sizes = values.nodes.split(',').map(Number);
const rounds = Number(values.rounds);
const collect = globalThis.gc ?? ((): void => undefined);

type Reader = (stacks: GeneratedStacks) => unknown;

async function toTree({ bytes }: GeneratedStacks): Promise<unknown> {
  const { profiles } = await importProfile(bytes);
  return profiles.map((profile) => ({ profile, tree: buildCallTree(profile) }));
}

function readers(speedscope: Importer | undefined): Map<string, Reader> {
  const all = new Map<string, Reader>([
    ['TextDecoder.decode', ({ bytes }) => new TextDecoder().decode(bytes).length],
    ['Flamewise: bytes to profile', ({ bytes }) => importProfile(bytes)],
    ['Flamewise: bytes to tree and layout', toTree],
    ['decode + split', ({ bytes }) => decodeAndSplit(bytes)],
  ]);
  if (values['no-peers']) return all;
  all.set('naive: decode, split, objects', ({ bytes }) => readNaively(bytes));
  if (speedscope !== undefined) all.set('speedscope', ({ bytes }) => speedscope(bytes, 'a.folded'));
  return all;
}

async function timed(reader: Reader, stacks: GeneratedStacks): Promise<number> {
  const start = performance.now();
  await reader(stacks);
  return performance.now() - start;
}

const fastest = (times: readonly number[]): number =>
  times.reduce((least, time) => Math.min(least, time), Infinity);

/** Small files are read more often: what takes a millisecond is not fast the first ten times. */
const roundsOf = ({ nodes }: GeneratedStacks): number =>
  Math.max(rounds, Math.min(60, Math.ceil(1e6 / nodes)));

/**
 * Readers take turns, so that a slow moment of the machine hits them all; those that leave much
 * behind come last. Memory is not collected in between: V8 would throw compiled code away with it,
 * and measure every reader cold.
 */
async function compare(
  stacks: GeneratedStacks,
  all: Map<string, Reader>,
): Promise<Map<string, number>> {
  const times = new Map([...all.keys()].map((name) => [name, [] as number[]]));
  for (let round = roundsOf(stacks); round > 0; round--) {
    for (const [name, reader] of all) times.get(name)?.push(await timed(reader, stacks));
  }
  return new Map([...times].map(([name, all]) => [name, fastest(all)]));
}

/** Bytes that a profile and its tree keep alive, a node. Names are counted as the heap counts them. */
async function memoryOf(stacks: GeneratedStacks): Promise<{ columns: number; heap: number }> {
  const used = (): { columns: number; heap: number } => {
    collect();
    collect(); // buffers are given back by the second
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return { columns: arrayBuffers, heap: heapUsed };
  };
  const before = used();
  const kept = await toTree(stacks);
  const after = used();
  if (kept === undefined) throw new Error('nothing was kept');
  return {
    columns: (after.columns - before.columns) / stacks.nodes,
    heap: (after.heap - before.heap) / stacks.nodes,
  };
}

function print(times: Map<string, number>, { nodes }: GeneratedStacks): void {
  const decode = times.get('TextDecoder.decode') ?? Number.NaN;
  const ours = times.get('Flamewise: bytes to tree and layout') ?? Number.NaN;
  for (const [name, time] of times) {
    const ratios = `${(time / decode).toFixed(2).padStart(7)} x decode ${(time / ours).toFixed(2).padStart(7)} x ours`;
    const perNode = `${((time * 1e6) / nodes).toFixed(0).padStart(6)} ns a node`;
    console.log(`  ${name.padEnd(36)}${time.toFixed(1).padStart(9)} ms ${ratios} ${perNode}`);
  }
}

function printCold(stacks: GeneratedStacks): void {
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-bench-'));
  const file = join(folder, 'stacks.folded');
  writeFileSync(file, stacks.bytes);
  const once = (reader: string): number =>
    fastest(
      Array.from({ length: rounds }, () =>
        Number(
          execFileSync(process.execPath, [
            join(import.meta.dirname, 'cold-start.ts'),
            reader,
            file,
          ]),
        ),
      ),
    );
  const naive = once('naive');
  const ours = once('flamewise');
  console.log(
    `  cold, one file in a new process: ours ${ours.toFixed(1)} ms, naive ${naive.toFixed(1)} ms: ` +
      `${(ours / naive).toFixed(2)} x`,
  );
  rmSync(folder, { recursive: true });
}

console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
const all = readers(values['no-peers'] ? undefined : findSpeedscope());
for (const nodes of sizes) {
  for (const shuffled of [false, true]) {
    const stacks = generateStacks(nodes, 1, shuffled);
    const { bytes, lines, names, maxDepth } = stacks;
    const megabytes = (bytes.length / 1e6).toFixed(1);
    console.log(
      `\n${nodes} nodes, ${shuffled ? 'shuffled' : 'sorted'}: ${megabytes} MB, ${lines} lines, ` +
        `${names} names, at most ${maxDepth} deep`,
    );
    print(await compare(stacks, all), stacks);
    const { columns, heap } = await memoryOf(stacks);
    console.log(
      `  kept: ${columns.toFixed(1)} bytes of columns and ${heap.toFixed(1)} of heap a node`,
    );
    if (nodes <= 100_000) printCold(stacks);
  }
}
