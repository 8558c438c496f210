import { toDifferentialFolded, toFolded, toSpeedscope } from '../../../lib/flame/index.ts';
import type { DiffOptions, Profile } from '../../../lib/flame/index.ts';

export type StacksFileKind = 'folded' | 'speedscope';

/** The second side of a comparison, and how the first is scaled to it. */
export interface OtherSide {
  readonly after: Profile;
  readonly normalize: DiffOptions['normalize'];
}

/** The stacks of a profile, without its picture; of a comparison, those of both. */
export function stacksFile(profile: Profile, kind: StacksFileKind, other?: OtherSide): Blob {
  if (kind === 'speedscope') {
    const more = other === undefined ? [] : [other.after];
    const type = 'application/json';
    return new Blob([JSON.stringify(toSpeedscope(profile, ...more))], { type });
  }
  const { after, normalize = 'total' } = other ?? {};
  const text =
    after === undefined ? toFolded(profile) : toDifferentialFolded(profile, after, { normalize });
  return new Blob([text], { type: 'text/plain' });
}
