/**
 * Records the samples of public/samples again: `npm run samples:record` all of them,
 * `npm run samples:record chunk-server symbols` some, `npm run samples:record -- --list` says which
 * there are, `npm run samples:record -- --texts [id…]` takes new words and checks over without
 * recording. See docs/how-to/record-a-sample.md.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../src/content/schemas/sample.ts';
import { Bench, neutralFolder } from './bench.ts';
import {
  entryOf,
  entryWithText,
  packFor,
  profileOfSample,
  readEntry,
  samplesFolder,
  updateManifest,
} from './manifest.ts';
import type { Recording } from './recording.ts';
import type { Taken } from './taken.ts';
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

/** Takes words and checks over from the recording's file; the recorded files stay as they are. */
async function rewriteTexts(recording: Recording): Promise<void> {
  const profileOf = async (id: string) => {
    const entry = await readEntry(id);
    return profileOfSample(await readFile(join(samplesFolder, entry.file)), entry);
  };
  const entries: Sample[] = [];
  for (const text of recording.samples) {
    entries.push(await entryWithText(recording, text, await readEntry(text.id), profileOf));
  }
  await updateManifest(entries);
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

async function main(options: readonly string[]): Promise<void> {
  const wanted = options.filter((option) => !option.startsWith('--'));
  const unknown = wanted.filter((id) => !recordings.some((recording) => recording.id === id));
  if (unknown.length > 0) {
    throw new Error(`No recording is called ${unknown.join(', ')}. See --list.`);
  }
  const chosen = recordings.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  if (options.includes('--list')) {
    for (const { id, program } of chosen) console.log(`${id}: ${program}`);
  } else if (options.includes('--texts')) {
    for (const recording of chosen) await rewriteTexts(recording);
  } else {
    refuseMissing(chosen);
    await mkdir(neutralFolder, { recursive: true });
    for (const recording of chosen) await recordOne(recording);
  }
}

function refuseMissing(chosen: readonly Recording[]): void {
  const missing = findMissing([...new Set(chosen.flatMap(({ needs }) => needs))]);
  if (missing.length === 0) return;
  const lines = missing.map(({ tool, get }) => `  ${tool}: ${get}`);
  throw new Error(`Nothing was recorded. This is missing here:\n${lines.join('\n')}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
