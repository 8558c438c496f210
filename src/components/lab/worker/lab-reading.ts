import type { Locale } from '../../../lib/i18n/index.ts';
import { buildCallTree, readProfile } from '../../../lib/flame/index.ts';
import type { Profile, Reading } from '../../../lib/flame/index.ts';
import { compareProfiles, guessPlatform, sayReading } from '../../../lib/lab/index.ts';
import type { Platform, SaidComparison, SaidReading } from '../../../lib/lab/index.ts';

/** What the worker finds in a profile. */
export interface LabReading {
  readonly said: SaidReading;
  /** What advice on recording answers to. */
  readonly cautions: Reading['cautions'];
  readonly unit: Reading['unit'];
  /** With what it was most likely recorded. */
  readonly platform: Platform;
}

export interface LabComparison {
  readonly said: SaidComparison;
}

/** Reads a profile and says it. About two seconds for a million nodes. */
export function readForLab(
  profile: Profile,
  { locale, format }: { readonly locale: Locale; readonly format: string },
): LabReading {
  const reading = readProfile(profile);
  return {
    said: sayReading(profile, locale, { reading, tree: buildCallTree(profile) }),
    cautions: reading.cautions,
    unit: reading.unit,
    platform: guessPlatform(profile, format),
  };
}

/** Says what changed between two profiles. */
export function compareForLab(before: Profile, after: Profile, locale: Locale): LabComparison {
  return { said: compareProfiles(before, after, locale) };
}
