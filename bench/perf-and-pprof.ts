/**
 * How fast perf script and pprof are read, as ratios of one run, against what JavaScript has for
 * them: speedscope's importer for both, pprof-format's decoder for the second, alone (it stops
 * before any stack) and with the least that gives stacks, and `TextDecoder.decode` as a floor for the first. Totals are checked before.
 *
 *   node bench/perf-and-pprof.ts --nodes 10000,100000 --rounds 5
 */
import { parseArgs } from 'node:util';
import { importProfile, toPprof, type Profile } from '../src/lib/flame/index.ts';
import { compareReaders, printTimings, roundsFor } from './compare-readers.ts';
import { generateStacks } from './generated-stacks.ts';
import { findPprofFormat, treeOfDecoded, weightOf } from './pprof-format.ts';
import type { Bytes } from './bytes.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

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

async function check(bytes: Bytes, total: number): Promise<void> {
  const { profiles } = await importProfile(bytes);
  const found = profiles[0]?.totalWeight;
  if (found !== total) throw new Error(`read ${found}, but ${total} was written`);
}

async function compare(
  nodes: number,
  title: string,
  bytes: Bytes,
  fileName: string,
  readers: string[],
) {
  console.log(`\n${title}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  const peers = values['no-peers'] ? [] : [...readers, 'speedscope'];
  const all = ['Flamewise', 'TextDecoder.decode', ...peers];
  printTimings(
    await compareReaders(bytes, { fileName, readers: all, rounds: roundsFor(nodes, rounds) }),
    ['Flamewise'],
  );
}

console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
const pprofFormat = values['no-peers'] ? undefined : await findPprofFormat();
for (const nodes of values.nodes.split(',').map(Number)) {
  const { profiles } = await importProfile(generateStacks(nodes).bytes);
  const profile = profiles[0];
  if (profile === undefined) throw new Error('nothing was generated');
  const script = perfScriptOf(profile);
  const packed = toPprof({ ...profile, name: 'samples' }) as Bytes;
  await check(script, profile.totalWeight);
  await check(packed, profile.totalWeight);
  if (pprofFormat && weightOf(treeOfDecoded(pprofFormat(packed))) !== profile.totalWeight) {
    throw new Error('what is made of pprof-format has another weight');
  }
  await compare(nodes, `perf script, ${nodes} nodes`, script, 'a.linux-perf.txt', []);
  const decoders = ['pprof-format, decode alone', 'pprof-format, decode and tree'];
  await compare(nodes, `pprof, ${nodes} nodes`, packed, 'a.pb', decoders);
}
