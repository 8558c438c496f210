import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestSchema, type Sample } from '../../content/schemas/sample.ts';
import { importProfile, type Profile } from '../flame/index.ts';
import { withTranslations } from './translations.ts';

// From the project's root: bundling moves this module, not the working directory.
const folder = (): string => join(process.cwd(), 'public/samples');

let manifest: Promise<readonly Sample[]> | undefined;
const profiles = new Map<string, Promise<Profile>>();

async function readManifest(): Promise<readonly Sample[]> {
  const path = join(folder(), 'manifest.json');
  const written = manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  const parsed = written.success
    ? manifestSchema.safeParse({
        samples: written.data.samples.map((sample) =>
          withTranslations('samples', sample.id, sample),
        ),
      })
    : written;
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { samples } = parsed.data;
  const twice = samples.find(({ id }, index) => samples.findIndex((s) => s.id === id) !== index);
  if (twice !== undefined) throw new Error(`${path}: two samples have the id "${twice.id}".`);
  return samples;
}

/** The samples of the site, in the manifest's order. Read once; throws where an entry is not valid. */
export function loadManifest(): Promise<readonly Sample[]> {
  manifest ??= readManifest();
  return manifest;
}

/** One entry of the manifest; throws for an id that it does not have. */
export async function findSample(id: string): Promise<Sample> {
  const samples = await loadManifest();
  const sample = samples.find((entry) => entry.id === id);
  if (sample === undefined) {
    throw new Error(
      `There is no sample "${id}" in public/samples/manifest.json; known: ${samples.map((s) => s.id).join(', ')}.`,
    );
  }
  return sample;
}

async function readProfile(id: string): Promise<Profile> {
  const sample = await findSample(id);
  const bytes = await readFile(join(folder(), sample.file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== sample.sha256) {
    throw new Error(
      `${sample.file} has the SHA-256 ${sha256}, the manifest says ${sample.sha256}.`,
    );
  }
  const read = await importProfile(bytes, { fileName: sample.file });
  const { profiles: found, issues } = read;
  const [profile] = found;
  if (profile === undefined) throw new Error(`${sample.file}: no profile in it.`);
  if (issues.length > 0) {
    throw new Error(
      `${sample.file}: ${issues[0]?.message ?? ''} A sample must be read without issues.`,
    );
  }
  // A folded file does not say its unit; the manifest does.
  if (read.format === 'folded') return { ...profile, unit: sample.unit };
  if (profile.unit !== sample.unit) {
    throw new Error(`${sample.file} counts ${profile.unit}, the manifest says ${sample.unit}.`);
  }
  return profile;
}

/** The profile of a sample (its first, where the file holds several). Read and checked once. */
export function loadSample(id: string): Promise<Profile> {
  const known = profiles.get(id);
  if (known !== undefined) return known;
  const reading = readProfile(id);
  profiles.set(id, reading);
  return reading;
}
