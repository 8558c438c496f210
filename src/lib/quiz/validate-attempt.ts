import type { AnswerKey, KeyOf, NumericKey } from './answer-key.ts';
import type { Attempt, AttemptOf } from './attempt.ts';
import { readNumericAnswer } from './read-numeric-answer.ts';
import type { NumericProblem } from './read-numeric-answer.ts';

/** Why an attempt cannot be marked yet. It costs no try: the reader is told what is missing. */
export interface Unclear {
  readonly code:
    | NumericProblem
    | 'choose-one'
    | 'choose-some'
    | 'choose-frame'
    | 'choose-line'
    | 'choose-reason'
    | 'fill-rows'
    | 'write-more';
  /** Rows without an answer, characters still to write. */
  readonly count?: number;
  /** The first part that is missing: where the focus goes. */
  readonly part?: string;
}

type Validators = {
  readonly [K in AnswerKey['kind']]: (key: KeyOf<K>, attempt: AttemptOf<K>) => Unclear | undefined;
};

const validators: Validators = {
  choice: (_, { option }) => (option === undefined ? { code: 'choose-one' } : undefined),
  multi: (_, { options }) => (options.length === 0 ? { code: 'choose-some' } : undefined),
  numeric: (key, { text }) => unclearNumber(key, text),
  'click-frame': (_, { path }) => (path === undefined ? { code: 'choose-frame' } : undefined),
  // A list is always in some order.
  order: () => undefined,
  match: (key, { pairs }) => unclearPairs(Object.keys(key.pairs), pairs),
  matrix: (key, { pairs }) => unclearPairs(Object.keys(key.pairs), pairs),
  bug: unclearBug,
  open: (key, { text }) => unclearText(key.minimum, text),
  predict: ({ asked }, { option, text }) => {
    if (asked.kind === 'numeric') return unclearNumber(asked, text ?? '');
    return option === undefined ? { code: 'choose-one' } : undefined;
  },
};

/** What is still missing, or `undefined` when the attempt can be marked. */
export function validateAttempt(key: AnswerKey, attempt: Attempt): Unclear | undefined {
  if (key.kind !== attempt.kind) throw new TypeError(`${attempt.kind} does not answer ${key.kind}`);
  // The kinds are equal, which the compiler cannot follow through the table.
  const validate = validators[key.kind] as (k: AnswerKey, a: Attempt) => Unclear | undefined;
  return validate(key, attempt);
}

function unclearBug({ follow }: KeyOf<'bug'>, attempt: AttemptOf<'bug'>): Unclear | undefined {
  if (attempt.lines.length === 0) return { code: 'choose-line' };
  return follow !== undefined && attempt.follow === undefined
    ? { code: 'choose-reason' }
    : undefined;
}

function unclearNumber(key: NumericKey, text: string): Unclear | undefined {
  const read = readNumericAnswer(key, text);
  return typeof read === 'string' ? { code: read } : undefined;
}

function unclearPairs(
  rows: readonly string[],
  pairs: Readonly<Record<string, string>>,
): Unclear | undefined {
  const missing = rows.filter((row) => (pairs[row] ?? '') === '');
  const [part] = missing;
  return part === undefined ? undefined : { code: 'fill-rows', count: missing.length, part };
}

/** Chinese says as much in half the characters. */
export function lengthOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.trim().length + han;
}

function unclearText(minimum: number, text: string): Unclear | undefined {
  const count = minimum - lengthOf(text);
  return count > 0 ? { code: 'write-more', count } : undefined;
}
