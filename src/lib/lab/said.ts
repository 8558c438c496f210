import type { CautionCode, Measured, Text, ViewSketch } from '../flame/index.ts';

/**
 * Where on the graph a statement can be seen: a part of a view, and the rows that it rests on. Rows
 * are those of `buildCallTree(profile)`; in a comparison, of the tree of `diffProfiles`.
 */
export interface Evidence {
  readonly view: ViewSketch;
  readonly rows: readonly number[];
  /** Set when the view sets off only the heaviest of more places than a link can name. */
  readonly shownOf?: { readonly shown: number; readonly of: number };
}

/** One thing that is said of a profile, with what it rests on. Plain data. */
export interface Statement {
  /** Unique in its reading and the same in every language: `self:writev`, `caution:on-cpu-only`. */
  readonly id: string;
  readonly text: Text;
  readonly measured?: Measured;
  /** Of a change between two profiles. */
  readonly change?: Change;
  /** Of a change: whether chance alone could give it. */
  readonly judgement?: Judgement;
  readonly evidence: Evidence;
}

/** A share before and after. */
export interface Change {
  readonly before: Measured;
  readonly after: Measured;
  /** After minus before, of shares: -1..1. */
  readonly difference: number;
  /** 95% interval for the difference, for this one change alone; only where samples are counted. */
  readonly interval?: readonly [low: number, high: number];
}

/**
 * - `clear`: more than chance explains, also when all that was tested is counted
 * - `could-be-noise`: chance alone could give it
 * - `not-tested`: weights do not count samples, so that nobody can say
 */
export type Judgement = 'clear' | 'could-be-noise' | 'not-tested';

/** Statements inside a statement: in call chains, what is called by what holds it. */
export interface Nesting {
  readonly statement: Statement;
  readonly inside: readonly Nesting[];
}

/** Something to ask oneself; the answer is computed from the same profile. */
export interface Question {
  readonly id: string;
  readonly text: Text;
  readonly answer: Statement;
}

export type SectionId =
  // a reading, in the guide's order
  | 'features'
  | 'self'
  | 'total'
  | 'chains'
  | 'calls'
  | 'shapes'
  | 'cautions'
  | 'unproven'
  | 'questions'
  // a comparison
  | 'comparable'
  | 'self-changes'
  | 'total-changes'
  | 'appeared'
  | 'vanished';

export interface Section {
  readonly id: SectionId;
  readonly heading: string;
  /** The section of the guide that it follows: `1.1`. */
  readonly guide?: string;
  /** What holds for the whole section, such as what an interval assumes. */
  readonly note?: Text;
  readonly statements: readonly Statement[];
  /** Call chains, or system calls by kind: after the statements. */
  readonly nested?: readonly Nesting[];
  readonly questions?: readonly Question[];
}

export interface SaidReading {
  readonly title: Text;
  readonly sections: readonly Section[];
  /** Codes of the cautions: what `recordingAdvice` answers to. */
  readonly cautions: readonly CautionCode[];
}

export interface SaidComparison {
  readonly title: Text;
  /** Whether the weights can be set against each other at all; if not, the first section says why. */
  readonly isComparable: boolean;
  /** What the diff view must use to show the same figures: `view.diff.normalize`. */
  readonly normalize: 'none' | 'total';
  readonly sections: readonly Section[];
}
