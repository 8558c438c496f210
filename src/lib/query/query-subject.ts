import { buildCallTree, functionTotals } from '../flame/index.ts';
import type { CallTree, FunctionTotal, Profile } from '../flame/index.ts';

/** A profile with what queries need of it, computed once. */
export interface QuerySubject {
  readonly profile: Profile;
  readonly tree: CallTree;
  readonly functions: readonly FunctionTotal[];
}

const subjects = new WeakMap<Profile, QuerySubject>();

/** A lesson asks one profile dozens of questions: its tree is built for the first. */
export function subjectOf(profile: Profile): QuerySubject {
  const known = subjects.get(profile);
  if (known !== undefined) return known;
  const subject = {
    profile,
    tree: buildCallTree(profile, { order: 'name' }),
    functions: functionTotals(profile),
  };
  subjects.set(profile, subject);
  return subject;
}
