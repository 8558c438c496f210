/*
 * What marks an answer: the key of one question with every query evaluated. It is what the page
 * hands to the browser, as JSON; the words stay in the page.
 */

export type AnswerKey =
  | ChoiceKey
  | MultiKey
  | NumericKey
  | ClickFrameKey
  | OrderKey
  | MatchKey
  | MatrixKey
  | BugKey
  | OpenKey
  | PredictKey;

export type KeyOf<K extends AnswerKey['kind']> = Extract<AnswerKey, { kind: K }>;

export interface ChoiceKey {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly right: string;
}

export interface MultiKey {
  readonly kind: 'multi';
  readonly options: readonly string[];
  readonly right: readonly string[];
}

/** A number with what still counts as it. Shares are in percent. */
export interface Target {
  readonly value: number;
  readonly tolerance: number;
}

export interface NumericKey extends Target {
  readonly kind: 'numeric';
  readonly as: 'share' | 'number';
  /** What the number counts, as both languages write it: an answer may repeat it. */
  readonly units?: readonly string[];
  /** Near misses in the author's order, the first that fits counts. */
  readonly near: readonly (Target & { readonly id: string })[];
}

/** Frames by their full path (`;main;poll`). */
export interface ClickFrameKey {
  readonly kind: 'click-frame';
  readonly right: readonly string[];
  readonly near: readonly { readonly id: string; readonly paths: readonly string[] }[];
}

export interface OrderKey {
  readonly kind: 'order';
  /** In a right order. */
  readonly steps: readonly string[];
  /** All that matters, where other orders are right as well. */
  readonly before?: readonly (readonly [string, string])[];
}

export interface MatchKey {
  readonly kind: 'match';
  readonly choices: readonly string[];
  readonly pairs: Readonly<Record<string, string>>;
}

export interface MatrixKey {
  readonly kind: 'matrix';
  readonly columns: readonly string[];
  readonly pairs: Readonly<Record<string, string>>;
}

export interface BugKey {
  readonly kind: 'bug';
  readonly lineCount: number;
  readonly bugs: readonly number[];
  readonly follow?: { readonly options: readonly string[]; readonly right: string };
}

export interface OpenKey {
  readonly kind: 'open';
  readonly minimum: number;
  readonly criteria: readonly {
    readonly id: string;
    readonly points: number;
    readonly keywords: readonly string[];
  }[];
}

export interface PredictKey {
  readonly kind: 'predict';
  /** What is predicted; the outcome is shown beside it and never scored. */
  readonly asked: ChoiceKey | NumericKey;
}
