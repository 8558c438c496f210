import { readFileSync } from 'node:fs';
import { importProfile } from '../../src/lib/flame/index.ts';
import type { Profile } from '../../src/lib/flame/index.ts';

/** The profile that the guide reads. */
export async function shareThese(): Promise<Profile> {
  const { profiles } = await importProfile(readFileSync('public/samples/share-these.folded'));
  const [profile] = profiles;
  if (profile === undefined) throw new Error('share-these.folded holds no profile');
  return { ...profile, unit: 'samples' };
}
