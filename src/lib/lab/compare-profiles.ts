import type { Profile } from '../flame/index.ts';
import { say } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { SaidComparison } from './said.ts';

export interface CompareOptions {
  /** What the two are called; their profiles' names by default. */
  readonly names?: { readonly before: string; readonly after: string };
}

/** Two profiles compared in words: whether they can be, what changed, and what could be noise. */
export function compareProfiles(
  before: Profile,
  after: Profile,
  _locale: Locale,
  { names = { before: before.name, after: after.name } }: CompareOptions = {},
): SaidComparison {
  return {
    title: say`${names.before} → ${names.after}`,
    isComparable: before.unit === after.unit,
    normalize: 'total',
    sections: [],
  };
}
