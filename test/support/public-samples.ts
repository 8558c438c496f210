import { readFileSync } from 'node:fs';
import { importProfile } from '../../src/lib/flame/index.ts';
import type { Profile, WeightUnit } from '../../src/lib/flame/index.ts';

interface ManifestEntry {
  readonly file: string;
  readonly unit: WeightUnit;
}

/** Every profile of the site's own samples, with the file that it is from. */
export async function publicSamples(): Promise<{ file: string; profile: Profile }[]> {
  const manifest = JSON.parse(readFileSync('public/samples/manifest.json', 'utf8')) as {
    samples: readonly ManifestEntry[];
  };
  const found: { file: string; profile: Profile }[] = [];
  for (const { file, unit } of manifest.samples) {
    const { profiles } = await importProfile(readFileSync(`public/samples/${file}`), {
      fileName: file,
    });
    const [first] = profiles;
    // A file with one profile has the manifest's unit: folded text does not say what it counts.
    if (first !== undefined && profiles.length === 1)
      found.push({ file, profile: { ...first, unit } });
    else found.push(...profiles.map((profile) => ({ file, profile })));
  }
  return found;
}
