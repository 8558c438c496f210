import type { Profile } from './profile.ts';

/** The tables that a sample table was seen with. */
type Seen = Pick<Profile, 'stacks' | 'frames'>;

const sorted = new WeakMap<Profile['samples'], Seen>();

/**
 * Remembers that a profile's stack table is a call tree already: every stack stands right behind
 * its prefix's earlier ones (pre-order), siblings stand by name as `buildCallTree` orders them, no
 * two are one node, each leads to a sample, and weights are whole numbers whose sum is exact. An
 * importer sees this for nothing while it reads, or puts its stacks into that order; finding it out
 * afterwards costs a sort of all names and a walk over all stacks.
 *
 * It is remembered beside the profile and not in it: a copy with other frames, stacks or samples
 * (`{ ...profile, samples }`) must not inherit it.
 */
export function rememberSorted({ samples, stacks, frames }: Profile): void {
  sorted.set(samples, { stacks, frames });
}

/** Whether this is remembered of these very tables. False says nothing. */
export function isKnownSorted({ samples, stacks, frames }: Profile): boolean {
  const seen = sorted.get(samples);
  return seen !== undefined && seen.stacks === stacks && seen.frames === frames;
}
