/**
 * How fast the formats that are neither JSON nor folded are read, as ratios of one run, against what
 * an installable JavaScript package has for them: speedscope's importer, jfrview for flight
 * recordings; and for those in XML, which none reads, parsers of XML as a floor. Totals are checked
 * before anything is timed.
 *
 *   node bench/other-formats.ts --nodes 10000,50000 --rounds 5 --only SVG
 */
import { parseArgs } from 'node:util';
import { importProfile } from '../src/lib/flame/index.ts';
import { compareReaders, printTimings, roundsFor } from './compare-readers.ts';
import { generateStacks } from './generated-stacks.ts';
import { generateTexts, type GeneratedFile } from './generated-texts.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,50000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

async function check({ format, bytes, totalWeight }: GeneratedFile): Promise<void> {
  const { profiles } = await importProfile(bytes);
  const found = profiles[0]?.totalWeight;
  if (found !== totalWeight) throw new Error(`${format}: ${found} instead of ${totalWeight}`);
}

console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
for (const nodes of values.nodes.split(',').map(Number)) {
  const { profiles } = await importProfile(generateStacks(nodes).bytes);
  const profile = profiles[0];
  if (profile === undefined) throw new Error('nothing was generated');
  for (const file of generateTexts(profile)) {
    const { bytes, fileName, format, peers } = file;
    if (!format.includes(values.only)) continue;
    await check(file);
    console.log(`\n${nodes} nodes, ${format}: ${(bytes.length / 1e6).toFixed(1)} MB`);
    const readers = ['TextDecoder.decode', 'Flamewise', ...(values['no-peers'] ? [] : peers)];
    const times = await compareReaders(bytes, {
      fileName,
      readers,
      rounds: roundsFor(nodes, rounds),
    });
    printTimings(times, ['Flamewise']);
  }
}
