/**
 * How one part of an answer (an option, a row, a step, a line) did: `missed` should have been
 * chosen, `left` was rightly not.
 */
export type Mark = 'right' | 'wrong' | 'missed' | 'left';

/** `noted` is a prediction: it is kept and shown, never scored. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'noted';

export interface Verdict {
  readonly outcome: Outcome;
  /** Points of `of`; a choice is worth one. */
  readonly earned: number;
  readonly of: number;
  /** By id of the part; none where an answer has no parts. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** The near miss that a wrong answer was taken for. */
  readonly near?: string;
}

/** The verdict on `earned` of `of` points: right when complete, wrong at nothing. */
export function verdictOf(
  earned: number,
  of: number,
  marks: Readonly<Record<string, Mark>> = {},
  near?: string,
): Verdict {
  const outcome = earned >= of ? 'right' : earned <= 0 ? 'wrong' : 'partly';
  return { outcome, earned, of, marks, ...(near === undefined ? {} : { near }) };
}
