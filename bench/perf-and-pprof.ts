/**
 * How fast perf script and pprof are read, as ratios of one run, against what JavaScript has for
 * them: speedscope's importer for both, pprof-format's decoder for the second, alone (it stops
 * before any stack) and with the least that gives stacks, and `TextDecoder.decode` as a floor for the first. Totals are checked before.
 *
 *   node --expose-gc bench/perf-and-pprof.ts --nodes 10000,100000 --rounds 5
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importProfile, toPprof, type Profile } from '../src/lib/flame/index.ts';
import { generateStacks } from './generated-stacks.ts';
import { findSpeedscope, type Importer } from './speedscope-importer.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const collect = globalThis.gc ?? ((): void => undefined);

type Bytes = Uint8Array<ArrayBuffer>;
type Reader = (bytes: Bytes) => unknown;

/** The profile as perf prints it: a paragraph a sample, its weight as the period. */
function perfScriptOf({ frames, stacks, samples }: Profile): Bytes {
  const pieces: string[] = [];
  samples.stack.forEach((leaf, index) => {
    const time = (index / 997).toFixed(6);
    pieces.push(`app  4242 [000] ${time}: ${samples.weight[index]} cycles:P: \n`);
    for (let stack = leaf; stack !== -1; stack = stacks.prefix[stack] ?? -1) {
      const frame = stacks.frame[stack] ?? 0;
      // Every place in a function that is called from has an address and an offset of its own.
      const offset = ((stack * 7) % 61) * 4;
      const address = (0x55d0c0000000 + frame * 512 + offset).toString(16);
      const name = (frames.names[frame] ?? '').replaceAll(/\(.*/g, '');
      pieces.push(`\t    ${address} ${name}+0x${offset.toString(16)} (/opt/app/bin/app)\n`);
    }
    pieces.push('\n');
  });
  return new TextEncoder().encode(pieces.join(''));
}

/** What is used of a profile that pprof-format decoded. */
interface DecodedProfile {
  readonly stringTable: { readonly strings: readonly string[] };
  readonly function: readonly { id: number | bigint; name: number | bigint }[];
  readonly location: readonly {
    id: number | bigint;
    line: readonly { functionId: number | bigint }[];
  }[];
  readonly sample: readonly {
    locationId: readonly (number | bigint)[];
    value: readonly (number | bigint)[];
  }[];
}

interface PprofNode {
  readonly callees: Map<string, PprofNode>;
  self: number;
}

/** The least that a user of pprof-format does to see stacks: names by id, and a tree of objects. */
function treeOfDecoded({ stringTable, function: functions, location, sample }: DecodedProfile) {
  const { strings } = stringTable;
  const nameOf = new Map(functions.map(({ id, name }) => [id, strings[Number(name)] ?? '']));
  const namesOf = new Map(
    location.map(({ id, line }) => [
      id,
      line.map(({ functionId }) => nameOf.get(functionId) ?? ''),
    ]),
  );
  const root: PprofNode = { callees: new Map(), self: 0 };
  for (const { locationId, value } of sample) {
    let node = root;
    for (let i = locationId.length - 1; i >= 0; i--) {
      const names = namesOf.get(locationId[i] ?? 0) ?? [];
      for (let j = names.length - 1; j >= 0; j--) {
        const name = names[j] ?? '';
        let callee = node.callees.get(name);
        if (callee === undefined)
          node.callees.set(name, (callee = { callees: new Map(), self: 0 }));
        node = callee;
      }
    }
    node.self += Number(value[0]);
  }
  return root;
}

function selfOf(root: PprofNode): number {
  let self = 0;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    self += node.self;
    open.push(...node.callees.values());
  }
  return self;
}

/** pprof-format's generated decoder, installed into a cache folder as the peers are. */
async function findPprofFormat(): Promise<((bytes: Bytes) => DecodedProfile) | undefined> {
  const cache = resolve('.cache/bench-pprof');
  const entry = `${cache}/node_modules/pprof-format/dist/esm/index.js`;
  try {
    if (!existsSync(entry)) {
      const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', cache];
      execFileSync('npm', ['install', ...options, 'pprof-format@2.3.2'], { stdio: 'pipe' });
    }
    const { Profile: Decoder } = (await import(entry)) as {
      Profile: { decode(bytes: Bytes): DecodedProfile };
    };
    return (bytes) => Decoder.decode(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`pprof-format is left out: ${why}`);
    return undefined;
  }
}

async function timed(reader: Reader, bytes: Bytes): Promise<number> {
  collect();
  const start = performance.now();
  await reader(bytes);
  return performance.now() - start;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** Readers take turns, so that a slow moment of the machine hits them all. */
async function compare(title: string, bytes: Bytes, readers: Map<string, Reader>): Promise<void> {
  const times = new Map([...readers.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, reader] of readers) times.get(name)?.push(await timed(reader, bytes));
  }
  const ours = median(times.get('Flamewise') ?? []);
  console.log(`\n${title}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  for (const [name, all] of times) {
    const ratio = `${(median(all) / ours).toFixed(2).padStart(7)} x ours`;
    console.log(`  ${name.padEnd(30)}${median(all).toFixed(1).padStart(9)} ms ${ratio}`);
  }
}

async function check(bytes: Bytes, total: number): Promise<void> {
  const { profiles } = await importProfile(bytes);
  const found = profiles[0]?.totalWeight;
  if (found !== total) throw new Error(`read ${found}, but ${total} was written`);
}

function peersOf(speedscope: Importer | undefined, fileName: string): [string, Reader][] {
  return speedscope === undefined ? [] : [['speedscope', (bytes) => speedscope(bytes, fileName)]];
}

console.log(`node ${process.version}, ${rounds} rounds, medians`);
const speedscope = values['no-peers'] ? undefined : findSpeedscope();
const pprofFormat = values['no-peers'] ? undefined : await findPprofFormat();
const ours: [string, Reader] = ['Flamewise', (bytes) => importProfile(bytes)];
for (const nodes of values.nodes.split(',').map(Number)) {
  const { profiles } = await importProfile(generateStacks(nodes).bytes);
  const profile = profiles[0];
  if (profile === undefined) throw new Error('nothing was generated');
  const script = perfScriptOf(profile);
  const packed = toPprof({ ...profile, name: 'samples' }) as Bytes;
  await check(script, profile.totalWeight);
  await check(packed, profile.totalWeight);
  const decode: [string, Reader] = [
    'TextDecoder.decode',
    (bytes) => new TextDecoder().decode(bytes),
  ];
  await compare(
    `perf script, ${nodes} nodes`,
    script,
    new Map([ours, decode, ...peersOf(speedscope, 'a.linux-perf.txt')]),
  );
  const decoder: [string, Reader][] = [];
  if (pprofFormat !== undefined) {
    const toTree = (bytes: Bytes): PprofNode => treeOfDecoded(pprofFormat(bytes));
    if (selfOf(toTree(packed)) !== profile.totalWeight) throw new Error('pprof-format disagrees');
    decoder.push(['pprof-format, decode alone', pprofFormat]);
    decoder.push(['pprof-format, decode and tree', toTree]);
  }
  await compare(
    `pprof, ${nodes} nodes`,
    packed,
    new Map([ours, ...decoder, ...peersOf(speedscope, 'a.pb')]),
  );
}
