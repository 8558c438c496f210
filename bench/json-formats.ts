/**
 * How fast profiles in JSON are read, as ratios of one run against `JSON.parse` of the same bytes
 * and against speedscope's importer. Every total is checked before anything is timed.
 * (speedscope needs minutes for the X events of 100,000 nodes: it shifts them off a list.)
 *
 *   node --expose-gc bench/json-formats.ts --nodes 10000,50000 --rounds 5
 */
import { parseArgs } from 'node:util';
import { importProfile } from '../src/lib/flame/index.ts';
import { generateJson, type GeneratedJson } from './generated-json.ts';
import { findSpeedscope, type Importer } from './speedscope-importer.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '10000,50000' },
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
/** Milliseconds. A reader that needs longer is timed once. */
const longest = 10_000;
const collect = globalThis.gc ?? ((): void => undefined);

/** What a profile of speedscope's group tells of itself. */
interface PeerGroup {
  readonly profiles?: readonly { getTotalNonIdleWeight(): number }[];
}

type Reader = (file: GeneratedJson) => unknown;

function readers(speedscope: Importer | undefined): Map<string, Reader> {
  const all = new Map<string, Reader>([
    ['JSON.parse', ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown],
    ['Flamewise', ({ bytes }) => importProfile(bytes)],
  ]);
  if (speedscope !== undefined) {
    all.set('speedscope', ({ bytes, fileName }) => speedscope(bytes, fileName));
  }
  return all;
}

/** Throws where our reader finds another total than the file was written with. */
async function check(file: GeneratedJson): Promise<void> {
  const { profiles, issues } = await importProfile(file.bytes);
  const total = profiles[0]?.totalWeight;
  if (total !== file.totalWeight || issues.length > 0) {
    const codes = issues.map(({ code }) => code).join(', ');
    throw new Error(`${file.format}: ${total} instead of ${file.totalWeight}; issues: ${codes}`);
  }
}

/** Whether speedscope reads the format at all. */
async function isRead(speedscope: Importer, { bytes, fileName }: GeneratedJson): Promise<boolean> {
  try {
    const group = (await speedscope(bytes, fileName)) as PeerGroup | null;
    return (group?.profiles?.length ?? 0) > 0;
  } catch {
    return false;
  }
}

async function timed(reader: Reader, file: GeneratedJson): Promise<number> {
  collect();
  const start = performance.now();
  await reader(file);
  return performance.now() - start;
}

async function compare(file: GeneratedJson, all: Map<string, Reader>): Promise<void> {
  const times = new Map([...all.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, reader] of all) {
      const so = times.get(name) ?? [];
      if (round === 0 || (so[0] ?? 0) < longest) so.push(await timed(reader, file));
    }
  }
  const medianOf = (name: string): number => {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? Number.NaN;
  };
  const [floor, ours] = [medianOf('JSON.parse'), medianOf('Flamewise')];
  for (const name of all.keys()) {
    const time = medianOf(name);
    const ratios = `${(time / floor).toFixed(2).padStart(7)} x JSON.parse ${(time / ours).toFixed(2).padStart(7)} x ours`;
    console.log(`  ${name.padEnd(14)}${time.toFixed(1).padStart(9)} ms ${ratios}`);
  }
}

console.log(`node ${process.version}, ${rounds} rounds, medians`);
console.warn = () => undefined; // speedscope warns of every call that is open at the end
const speedscope = values['no-peers'] ? undefined : findSpeedscope();
for (const nodes of values.nodes.split(',').map(Number)) {
  for (const file of await generateJson(nodes)) {
    await check(file);
    const peer =
      speedscope !== undefined && (await isRead(speedscope, file)) ? speedscope : undefined;
    console.log(`\n${nodes} nodes, ${file.format}: ${(file.bytes.length / 1e6).toFixed(1)} MB`);
    await compare(file, readers(peer));
    if (speedscope !== undefined && peer === undefined)
      console.log('  speedscope     does not read it');
  }
}
