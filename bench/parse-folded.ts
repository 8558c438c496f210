/**
 * How fast folded stacks become a call tree with layout, as ratios of one run:
 *
 *   npm run bench -- --nodes 10000,100000,1000000 --rounds 5
 *
 * Every reader has a process of its own (see `compareReaders`), and the fastest rounds are compared.
 * `cold` is the first round: a page that opens one small file sees that.
 */
import { parseArgs } from 'node:util';
import { buildCallTree, importProfile } from '../src/lib/flame/index.ts';
import { compareReaders, printTimings, roundsFor } from './compare-readers.ts';
import { generateStacks, type GeneratedStacks } from './generated-stacks.ts';
import { toTree } from './readers.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    order: { type: 'string', default: 'sorted,shuffled' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const collect = globalThis.gc ?? ((): void => undefined);
const ours = ['Flamewise', toTree];
const peers = ['naive: decode, split, objects', 'speedscope'];
const readers = ['TextDecoder.decode', 'decode + split', ...ours];
if (!values['no-peers']) readers.push(...peers);

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

console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
for (const nodes of values.nodes.split(',').map(Number)) {
  for (const order of values.order.split(',')) {
    const stacks = generateStacks(nodes, 1, order === 'shuffled');
    const { bytes, lines, names, maxDepth } = stacks;
    const megabytes = (bytes.length / 1e6).toFixed(1);
    console.log(
      `\n${nodes} nodes, ${order}: ${megabytes} MB, ${lines} lines, ${names} names, at most ${maxDepth} deep`,
    );
    const comparison = { fileName: 'a.folded', readers, rounds: roundsFor(nodes, rounds) };
    const times = await compareReaders(bytes, comparison);
    printTimings(times, ['TextDecoder.decode', toTree]);
    const nanoseconds = ((times.get(toTree)?.fastest ?? Number.NaN) * 1e6) / nodes;
    const { columns, heap } = await memoryOf(stacks);
    console.log(
      `  ours: ${nanoseconds.toFixed(0)} ns a node; keeps ${columns.toFixed(1)} bytes of columns ` +
        `and ${heap.toFixed(1)} of heap a node`,
    );
  }
}
