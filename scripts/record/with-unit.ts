import { importProfile, toPprof } from '../../src/lib/flame/index.ts';
import type { WeightUnit } from '../../src/lib/flame/index.ts';

/**
 * Folded stacks as a pprof file, which says what the weights count. Folded stacks cannot, and
 * nanoseconds or bytes must not be taken for samples. Stacks of no weight are left out.
 */
export async function pprofOf(
  folded: string,
  { name, unit }: { name: string; unit: WeightUnit },
): Promise<Uint8Array> {
  const lines = folded.split('\n').filter((line) => line !== '' && !line.endsWith(' 0'));
  const { profiles } = await importProfile(lines.join('\n'), { format: 'folded' });
  const [profile] = profiles;
  if (profile === undefined) throw new Error(`${name}: no stacks`);
  return toPprof({ ...profile, name, unit });
}
