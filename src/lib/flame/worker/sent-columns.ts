import type { FrameTable, Profile } from '../model/profile.ts';
import { isKnownSorted, rememberSorted } from '../model/sorted-profile.ts';

/** A profile as plain data, its frames left out: they go by themselves, in pieces. */
export interface SentColumns {
  readonly profile: Omit<Profile, 'frames'>;
  /** See `isKnownSorted`: that is remembered of the tables themselves, and what arrives is a copy. */
  readonly isSorted: boolean;
}

export function columnsOf(whole: Profile): SentColumns {
  const { frames: _frames, ...profile } = whole;
  return { profile, isSorted: isKnownSorted(whole) };
}

/** The profile as it was before it was sent. */
export function profileOf({ profile, isSorted }: SentColumns, frames: FrameTable): Profile {
  const whole: Profile = { ...profile, frames };
  if (isSorted) rememberSorted(whole);
  return whole;
}

/** The profile with columns of its own, which can be moved to another thread; frames are shared. */
export function copyColumns(profile: Profile): Profile {
  const { stacks, samples } = profile;
  const copy: Profile = {
    ...profile,
    stacks: { ...stacks, prefix: stacks.prefix.slice(), frame: stacks.frame.slice() },
    samples: {
      ...samples,
      stack: samples.stack.slice(),
      weight: samples.weight.slice(),
      ...(samples.time === undefined ? {} : { time: samples.time.slice() }),
    },
  };
  if (isKnownSorted(profile)) rememberSorted(copy);
  return copy;
}

/** Every buffer once, to be moved: profiles of one file may share their columns, and so may a profile and its tree. */
export function buffersOf(
  sent: readonly (SentColumns & { readonly tree?: object })[],
): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { profile, tree } of sent) {
    const columns = [profile.stacks, profile.samples, tree ?? {}].flatMap((part): unknown[] =>
      Object.values(part),
    );
    for (const column of columns) {
      if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer)
        buffers.add(column.buffer);
    }
  }
  return [...buffers];
}
