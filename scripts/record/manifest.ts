import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Sample, SampleClaim } from '../../src/content/schemas/sample.ts';
import { buildCallTree, functionTotals, importProfile } from '../../src/lib/flame/index.ts';
import type { Profile } from '../../src/lib/flame/index.ts';
import { evaluateCheck, evaluateQuery, numberOf } from '../../src/lib/query/index.ts';
import type { Planted, Recording, SampleText } from './recording.ts';
import type { Taken } from './taken.ts';

export const samplesFolder = join(import.meta.dirname, '../../public/samples');
const manifestPath = join(samplesFolder, 'manifest.json');

/** The licence of what this folder's own programs and recordings are. */
const licence = 'CC0-1.0';

/** The file as it is stored: packed where its name says so. */
export function packFor(file: string, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return file.endsWith('.gz') && bytes[0] !== 0x1f ? gzipSync(bytes, { level: 9 }) : bytes;
}

/** Reads a sample's profile as the site does; refuses one with issues. */
export async function profileOfSample(
  bytes: Uint8Array,
  { file, unit }: Pick<Sample, 'file' | 'unit'>,
): Promise<Profile> {
  const { format, profiles, issues } = await importProfile(bytes, { fileName: file });
  if (issues[0] !== undefined) throw new Error(`${file}: ${issues[0].message}`);
  const [found] = profiles;
  if (found === undefined) throw new Error(`${file}: no profile in it`);
  return format === 'folded' ? { ...found, unit } : found;
}

/** The manifest entry of a new recording. Throws when it does not show what was planted in it. */
export async function entryOf(
  recording: Recording,
  text: SampleText,
  taken: Taken,
  profileOf: (id: string) => Promise<Profile>,
): Promise<Sample> {
  const { planted, ...written } = text;
  const profile = await profileOf(text.id);
  const claims = await Promise.all(
    planted.map(async (one) => claimOf(text.id, one, profile, profileOf)),
  );
  const { content: _, rawBytes, ...run } = taken;
  return {
    ...written,
    causes: [...written.causes],
    origin: 'recorded',
    sha256: sha256Of(packFor(text.file, taken.content)),
    program: recording.program,
    ...run,
    ...(rawBytes === undefined ? {} : { rawBytes }),
    os: operatingSystem(),
    date: new Date().toISOString().slice(0, 10),
    licence,
    provenance: `scripts/record/recordings/${recording.id}.ts (npm run samples:record ${recording.id})`,
    facts: { ...countsOf(profile), claims },
  };
}

/** The entry with the words and checks of today; what was recorded stays. */
export async function entryWithText(
  recording: Recording,
  text: SampleText,
  entry: Sample,
  profileOf: (id: string) => Promise<Profile>,
): Promise<Sample> {
  const { planted, ...written } = text;
  const profile = await profileOf(text.id);
  const claims = await Promise.all(
    planted.map(async (one) => claimOf(text.id, one, profile, profileOf)),
  );
  return {
    ...entry,
    ...written,
    causes: [...written.causes],
    program: recording.program,
    facts: { ...countsOf(profile), claims },
  };
}

/** The manifest's entry of a sample. */
export async function readEntry(id: string): Promise<Sample> {
  const { samples } = JSON.parse(await readFile(manifestPath, 'utf8')) as { samples: Sample[] };
  const found = samples.find((sample) => sample.id === id);
  if (found === undefined) throw new Error(`"${id}" was not recorded yet`);
  return found;
}

function countsOf(
  profile: Profile,
): Pick<Sample['facts'], 'samples' | 'totalWeight' | 'maxDepth' | 'hottestSelf'> {
  const hottest = functionTotals(profile)[0];
  if (hottest === undefined) throw new Error('a profile without functions');
  return {
    ...(profile.unit === 'samples' ? { samples: profile.totalWeight } : {}),
    totalWeight: profile.totalWeight,
    maxDepth: buildCallTree(profile).maxDepth,
    hottestSelf: { name: hottest.name, self: hottest.self },
  };
}

const advice = 'The recording does not show what was planted: record again on a quieter machine.';

async function claimOf(
  id: string,
  planted: Planted,
  profile: Profile,
  profileOf: (id: string) => Promise<Profile>,
): Promise<SampleClaim> {
  const { after } = planted;
  const options = after === undefined ? {} : { after: await profileOf(after) };
  if ('holds' in planted) {
    if (evaluateCheck(profile, planted.holds, options)) return planted;
    throw new Error(`${id}: it does not hold that ${JSON.stringify(planted.holds)}. ${advice}`);
  }
  const { query, within } = planted;
  const value = numberOf(query, evaluateQuery(profile, query, options));
  if (value >= within[0] && value <= within[1]) return { ...planted, value };
  const range = within.join(' and ');
  throw new Error(`${id}: ${JSON.stringify(query)} is ${value}, not within ${range}. ${advice}`);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Name and version of the system, without what its owner calls it. */
function operatingSystem(): string {
  const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const machine = readFileSync('/proc/cpuinfo', 'utf8').includes('hypervisor')
    ? 'virtual machine'
    : 'machine';
  return `${name ?? 'Linux'}, Linux ${release().replace(/-.*/, '')}, ${machine} with ${cpus().length} CPUs`;
}

/** Puts entries in place of those with the same id, and keeps the manifest sorted by id. */
export async function updateManifest(entries: readonly Sample[]): Promise<void> {
  const { samples } = JSON.parse(await readFile(manifestPath, 'utf8')) as { samples: Sample[] };
  const isNew = new Set(entries.map(({ id }) => id));
  const all = [...samples.filter(({ id }) => !isNew.has(id)), ...entries];
  all.sort((a, b) => (a.id < b.id ? -1 : 1));
  await writeFile(manifestPath, `${JSON.stringify({ samples: all }, undefined, 2)}\n`);
}
