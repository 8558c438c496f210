import type { CallTree, Profile, Reading } from '../flame/index.ts';
import { readProfile, say } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { SaidReading } from './said.ts';

export interface SayReadingOptions {
  /** The reading, where somebody has it already: `readProfile(profile)`. */
  readonly reading?: Reading;
  /** `buildCallTree(profile)`, where somebody has it already. */
  readonly tree?: CallTree;
}

/**
 * The reading of a profile in words, in the guide's order, each statement with what it rests on.
 * Plain data: it can be made in a worker and sent.
 */
export function sayReading(
  profile: Profile,
  _locale: Locale,
  { reading = readProfile(profile) }: SayReadingOptions = {},
): SaidReading {
  return {
    title: say`${profile.name}`,
    sections: [],
    cautions: reading.cautions.map(({ code }) => code),
  };
}
