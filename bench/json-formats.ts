/**
 * How fast profiles in JSON are read, as ratios of one run against `JSON.parse` of the same bytes
 * and against speedscope's importer, or what else reads the format. Every total is checked before
 * anything is timed.
 * (speedscope needs minutes for the X events of 100,000 nodes: it shifts them off a list.)
 *
 *   node bench/json-formats.ts --nodes 10000,50000 --rounds 5 --only stackprof
 */
import { parseArgs } from 'node:util';
import { importProfile } from '../src/lib/flame/index.ts';
import { compareReaders, printTimings, roundsFor } from './compare-readers.ts';
import { generateJson, type GeneratedJson } from './generated-json.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,50000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

/** Throws where our reader finds another total than the file was written with. */
async function check(file: GeneratedJson): Promise<void> {
  const { profiles, issues } = await importProfile(file.bytes);
  const total = profiles[0]?.totalWeight;
  if (total !== file.totalWeight || issues.length > 0) {
    const codes = issues.map(({ code }) => code).join(', ');
    throw new Error(`${file.format}: ${total} instead of ${file.totalWeight}; issues: ${codes}`);
  }
}

console.log(`node ${process.version}, ${rounds} rounds or more, the fastest of each`);
for (const nodes of values.nodes.split(',').map(Number)) {
  for (const file of await generateJson(nodes)) {
    const { bytes, fileName, format } = file;
    const peers = values['no-peers'] ? [] : file.peers;
    if (!format.includes(values.only)) continue;
    await check(file);
    console.log(`\n${nodes} nodes, ${format}: ${(bytes.length / 1e6).toFixed(1)} MB`);
    const times = await compareReaders(bytes, {
      fileName,
      readers: ['JSON.parse', 'Flamewise', ...peers],
      rounds: roundsFor(nodes, rounds),
    });
    printTimings(times, ['JSON.parse', 'Flamewise']);
    for (const peer of peers) if (!times.has(peer)) console.log(`  ${peer} does not read it`);
  }
}
