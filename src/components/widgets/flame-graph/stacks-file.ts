import { toFolded, toSpeedscope } from '../../../lib/flame/index.ts';
import type { Profile } from '../../../lib/flame/index.ts';

/** The stacks of a profile, without its picture. */
export function stacksFile(profile: Profile, kind: 'folded' | 'speedscope'): Blob {
  if (kind === 'folded') return new Blob([toFolded(profile)], { type: 'text/plain' });
  return new Blob([JSON.stringify(toSpeedscope(profile))], { type: 'application/json' });
}
