import type { Profile } from '../flame/index.ts';
import type { AnswerKey } from '../quiz/index.ts';
import type { CostumeId } from './costumes.ts';
import type { Cause } from './plant-cause.ts';

/** How hard a drill is: how much of the profile the cause has, and what is asked. */
export type DrillLevel = 1 | 2 | 3;

/** What stands out between two profiles. */
export type Change = 'regression' | 'vanished' | 'same-shares';

/** What is asked of a generated profile; each is marked by the library. */
export const drillAsks = [
  'which-cause',
  'largest-self',
  'total-of',
  'speedup-of',
  'click-cause',
  'which-grew',
  'which-vanished',
  'is-it-real',
] as const;
export type DrillAsk = (typeof drillAsks)[number];

/** An option of a drill: a cause, a verdict, or a function with its weights. */
export interface DrillOption {
  readonly id: string;
  /** Set where the option is a function of the profile. */
  readonly frame?: { readonly name: string; readonly self: number; readonly total: number };
}

/** A generated profile and one question about it. The same seed and level give the same drill. */
export interface Drill {
  readonly seed: string;
  readonly level: DrillLevel;
  readonly costume: CostumeId;
  readonly planted: Cause | Change;
  readonly culprit: string;
  readonly ask: DrillAsk;
  readonly profile: Profile;
  readonly after?: Profile;
  readonly options: readonly DrillOption[];
  readonly key: Extract<AnswerKey, { kind: 'choice' | 'numeric' | 'click-frame' }>;
  /** Numbers that the explanation cites: weights in samples, shares in 0..1. */
  readonly facts: Readonly<Record<string, number>>;
}
