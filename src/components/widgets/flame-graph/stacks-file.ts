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
    const [first, ...more] = other === undefined ? [profile] : toldApart(profile, other.after);
    const type = 'application/json';
    return new Blob([JSON.stringify(toSpeedscope(first, ...more))], { type });
  }
  const { after, normalize = 'total' } = other ?? {};
  const text =
    after === undefined ? toFolded(profile) : toDifferentialFolded(profile, after, { normalize });
  return new Blob([text], { type: 'text/plain' });
}

/** Two profiles of one name are two lines of the same text in the list of the program that opens the file. */
function toldApart(before: Profile, after: Profile): [before: Profile, after: Profile] {
  const { name } = before;
  if (name !== after.name) return [before, after];
  return [
    { ...before, name: `${name} (before)` },
    { ...after, name: `${name} (after)` },
  ];
}
