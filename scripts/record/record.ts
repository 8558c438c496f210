/**
 * Records the samples of public/samples again: `npm run samples:record` all of them,
 * `npm run samples:record chunk-size locks` some, `npm run samples:record -- --list` says which
 * there are. See docs/how-to/record-a-sample.md.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../src/content/schemas/sample.ts';
import { Bench, neutralFolder } from './bench.ts';
import { entryOf, packFor, profileOfSample, samplesFolder, updateManifest } from './manifest.ts';
import type { Recording, Taken } from './recording.ts';
import { recordings } from './recordings/index.ts';
import { findMissing } from './tools.ts';

/** Records one program and writes its files and entries; nothing is written when a check fails. */
async function recordOne(recording: Recording): Promise<void> {
  const bench = await Bench.open(recording.id);
  const taken = await recording.record(bench);
  const profileOf = readerOf(recording, taken);
  const entries: Sample[] = [];
  for (const text of recording.samples) {
    entries.push(await entryOf(recording, text, takenFor(taken, text.id), profileOf));
  }
  for (const { id, file } of recording.samples) {
    const bytes = packFor(file, takenFor(taken, id).content);
    refusePaths(file, bytes);
    await writeFile(join(samplesFolder, file), bytes);
  }
  await updateManifest(entries);
  for (const { id, facts } of entries) console.log(`${id}: ${facts.totalWeight}, as planted`);
}

/** Profiles of this recording's own samples; what they are compared with is among them. */
function readerOf({ samples }: Recording, taken: ReadonlyMap<string, Taken>) {
  return async (id: string) => {
    const text = samples.find((sample) => sample.id === id);
    if (text === undefined) throw new Error(`"${id}" is no sample of this recording`);
    return profileOfSample(packFor(text.file, takenFor(taken, id).content), text);
  };
}

function takenFor(taken: ReadonlyMap<string, Taken>, id: string): Taken {
  const found = taken.get(id);
  if (found === undefined) throw new Error(`the recording gave nothing for "${id}"`);
  return found;
}

/** A profile must not carry folders of the person who recorded it. */
function refusePaths(file: string, bytes: Uint8Array): void {
  const home = process.env['HOME'] ?? '/root';
  const text = Buffer.from(bytes).toString('latin1');
  for (const folder of [home, process.cwd()]) {
    if (text.includes(`${folder}/`)) throw new Error(`${file} holds the path ${folder}`);
  }
}

async function main(wanted: readonly string[]): Promise<void> {
  if (wanted.includes('--list')) {
    for (const { id, program } of recordings) console.log(`${id}: ${program}`);
    return;
  }
  const unknown = wanted.filter((id) => !recordings.some((recording) => recording.id === id));
  if (unknown.length > 0) {
    throw new Error(`No recording is called ${unknown.join(', ')}. See --list.`);
  }
  const chosen = recordings.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const missing = findMissing([...new Set(chosen.flatMap(({ needs }) => needs))]);
  if (missing.length > 0) {
    const lines = missing.map(({ tool, get }) => `  ${tool}: ${get}`);
    throw new Error(`Nothing was recorded. This is missing here:\n${lines.join('\n')}`);
  }
  await mkdir(neutralFolder, { recursive: true });
  await readFile(join(samplesFolder, 'manifest.json')); // fails before the work, not after it
  for (const recording of chosen) await recordOne(recording);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
