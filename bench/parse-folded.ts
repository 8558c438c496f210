/**
 * How fast folded stacks become a call tree with layout, as ratios of one run:
 *
 *   npm run bench -- --nodes 10000,100000,1000000 --rounds 5
 *
 * Every reader has a process of its own (see `compareReaders`), and the fastest rounds are compared.
 * `cold` is the first round: a page that opens one small file sees that, before the engine has
 * compiled anything. With `--processes 3` the least of three such runs counts, cold and warm.
 */
import { parseArgs } from 'node:util';
import { buildCallTree, importProfile } from '../src/lib/flame/index.ts';
import { compareReaders, printTimings, roundsFor, type Timing } from './compare-readers.ts';
import { generateStacks, type GeneratedStacks } from './generated-stacks.ts';
import { toTree } from './readers.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    order: { type: 'string', default: 'sorted,shuffled' },
    processes: { type: 'string', default: '1' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const collect = globalThis.gc ?? ((): void => undefined);
const ours = ['Flamewise', toTree];
const peers = ['naive: decode, split, objects', 'speedscope'];
const readers = ['TextDecoder.decode', 'decode + split', ...ours];
if (!values['no-peers']) readers.push(...peers);

/** The least of several processes for each reader. */
async function timesOf(stacks: GeneratedStacks): Promise<Map<string, Timing>> {
  const comparison = { fileName: 'a.folded', readers, rounds: roundsFor(stacks.nodes, rounds) };
  const least = await compareReaders(stacks.bytes, comparison);
  for (let process = 1; process < Number(values.processes); process++) {
    for (const [name, { cold, fastest }] of await compareReaders(stacks.bytes, comparison)) {
      const known = least.get(name) ?? { cold, fastest };
      least.set(name, {
        cold: Math.min(cold, known.cold),
        fastest: Math.min(fastest, known.fastest),
      });
    }
  }
  return least;
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
  const { profiles } = await importProfile(stacks.bytes);
  const kept = profiles.map((profile) => ({ profile, tree: buildCallTree(profile) }));
  const after = used();
  if (kept.length === 0) throw new Error('nothing was kept');
  return {
    columns: (after.columns - before.columns) / stacks.nodes,
    heap: (after.heap - before.heap) / stacks.nodes,
  };
}

/** A line of the last table: nanoseconds a node. */
function growthOf({ nodes }: GeneratedStacks, order: string, times: Map<string, Timing>): string {
  const columns = ['TextDecoder.decode', toTree].flatMap((name) => {
    const { fastest = Number.NaN, cold = Number.NaN } = times.get(name) ?? {};
    return [fastest, cold].map((time) => ((time * 1e6) / nodes).toFixed(0).padStart(12));
  });
  return `  ${String(nodes).padStart(9)} ${order.padEnd(9)}${columns.join('')}`;
}

const growth: string[] = [];
console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
for (const nodes of values.nodes.split(',').map(Number)) {
  for (const order of values.order.split(',')) {
    const stacks = generateStacks(nodes, 1, order === 'shuffled');
    const { bytes, lines, names, maxDepth } = stacks;
    const megabytes = (bytes.length / 1e6).toFixed(1);
    console.log(
      `\n${nodes} nodes, ${order}: ${megabytes} MB, ${lines} lines, ${names} names, at most ${maxDepth} deep`,
    );
    const times = await timesOf(stacks);
    printTimings(times, ['TextDecoder.decode', toTree]);
    const { columns, heap } = await memoryOf(stacks);
    console.log(
      `  ours keeps ${columns.toFixed(1)} bytes of columns and ${heap.toFixed(1)} of heap a node`,
    );
    growth.push(growthOf(stacks, order, times));
  }
}

console.log(
  '\nGrowth: nanoseconds a node, once the code is compiled, and in the first run of a process',
);
console.log(`${''.padEnd(21)}      decode        cold        ours        cold`);
for (const line of growth) console.log(line);
