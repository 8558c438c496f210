/** What can be wrong with a line; a reader chooses one of them. */
export const faults = [
  'not-imported',
  'outside',
  'dropped',
  'wrong-time',
  'no-such-thing',
] as const;
export type Fault = (typeof faults)[number];

/** What the reader said of a line: nothing, or that it is wrong and why (or not yet why). */
export type LineChoice = undefined | Fault | '';

export type LineOutcome =
  /** Wrong, and the reader said why. */
  | 'found'
  /** Wrong, as the reader said, but for another reason. */
  | 'other-reason'
  /** Wrong, and not chosen. */
  | 'missed'
  /** Chosen, and nothing is wrong with it. */
  | 'unjust'
  | 'fine';

/** Judges one choice by the faults that the line has; each of them counts as the right reason. */
export function reviewLine(lineFaults: readonly Fault[], choice: LineChoice): LineOutcome {
  if (lineFaults.length === 0) return choice === undefined ? 'fine' : 'unjust';
  if (choice === undefined) return 'missed';
  return lineFaults.some((fault) => fault === choice) ? 'found' : 'other-reason';
}

/** How a review went, line by line and in sum. */
export interface Review {
  readonly outcomes: readonly LineOutcome[];
  /** Lines that are wrong. */
  readonly wrong: number;
  /** Wrong lines that were chosen, with any reason. */
  readonly chosen: number;
  /** Wrong lines that were chosen for a reason that holds. */
  readonly explained: number;
  /** Chosen lines that are fine. */
  readonly unjust: number;
}

export function reviewLines(
  lines: readonly { readonly faults: readonly Fault[] }[],
  choices: readonly LineChoice[],
): Review {
  const outcomes = lines.map((line, index) => reviewLine(line.faults, choices[index]));
  const count = (...of: LineOutcome[]) => outcomes.filter((one) => of.includes(one)).length;
  return {
    outcomes,
    wrong: count('found', 'other-reason', 'missed'),
    chosen: count('found', 'other-reason'),
    explained: count('found'),
    unjust: count('unjust'),
  };
}
