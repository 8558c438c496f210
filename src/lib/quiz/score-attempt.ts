import type { AnswerKey, KeyOf } from './answer-key.ts';
import type { Attempt, AttemptOf } from './attempt.ts';
import { readNumericAnswer } from './read-numeric-answer.ts';
import { scoreOrder } from './score-order.ts';
import { verdictOf } from './verdict.ts';
import type { Mark, Verdict } from './verdict.ts';

type Scorers = {
  readonly [K in AnswerKey['kind']]: (key: KeyOf<K>, attempt: AttemptOf<K>) => Verdict;
};

const scorers: Scorers = {
  choice: (key, { option }) => scoreChoice(key, option),
  multi: (key, { options }) => scoreSet(key.options, key.right, options),
  numeric: (key, { text }) => scoreNumber(key, text),
  'click-frame': scoreFrame,
  order: (key, { steps }) => scoreOrder(key, steps),
  match: scorePairs,
  matrix: scorePairs,
  bug: scoreBug,
  open: scoreOpen,
  predict: scorePrediction,
};

/**
 * Marks one attempt that `validateAttempt` found complete. Pure: the page shows the verdict, the
 * log remembers it. Throws a TypeError when the attempt is for another kind of question.
 */
export function scoreAttempt(key: AnswerKey, attempt: Attempt): Verdict {
  if (key.kind !== attempt.kind) throw new TypeError(`${attempt.kind} does not answer ${key.kind}`);
  // The kinds are equal, which the compiler cannot follow through the table.
  const score = scorers[key.kind] as (key: AnswerKey, attempt: Attempt) => Verdict;
  return score(key, attempt);
}

type OptionKey = Pick<KeyOf<'choice'>, 'options' | 'right'>;

function scoreChoice({ options, right }: OptionKey, chosen: string | undefined): Verdict {
  const marks = marksOf(options, [right], chosen === undefined ? [] : [chosen]);
  return verdictOf(chosen === right ? 1 : 0, 1, marks);
}

function marksOf<T extends string | number>(
  parts: readonly T[],
  right: readonly T[],
  chosen: readonly T[],
): Record<string, Mark> {
  const markOf = (part: T): Mark => {
    if (chosen.includes(part)) return right.includes(part) ? 'right' : 'wrong';
    return right.includes(part) ? 'missed' : 'left';
  };
  return Object.fromEntries(parts.map((part) => [String(part), markOf(part)]));
}

/** Right choices minus wrong ones, at least nothing: choosing everything earns nothing by itself. */
function scoreSet<T extends string | number>(
  parts: readonly T[],
  right: readonly T[],
  chosen: readonly T[],
): Verdict {
  const hits = chosen.filter((part) => right.includes(part)).length;
  return verdictOf(
    Math.max(0, hits - (chosen.length - hits)),
    right.length,
    marksOf(parts, right, chosen),
  );
}

// A reader types what the page rounds: 33.333 stands for a third.
const rounding = 1e-9;

function scoreNumber(key: KeyOf<'numeric'>, text: string): Verdict {
  const value = readNumericAnswer(key, text);
  if (typeof value === 'string') throw new TypeError(`"${text}" is no answer yet: ${value}`);
  const fits = (target: { value: number; tolerance: number }) =>
    Math.abs(value - target.value) <= target.tolerance + rounding;
  if (fits(key)) return verdictOf(1, 1);
  return verdictOf(0, 1, {}, key.near.find(fits)?.id);
}

function scoreFrame(key: KeyOf<'click-frame'>, { path = '' }: AttemptOf<'click-frame'>): Verdict {
  if (key.right.includes(path)) return verdictOf(1, 1);
  return verdictOf(0, 1, {}, key.near.find(({ paths }) => paths.includes(path))?.id);
}

function scorePairs(
  { pairs }: KeyOf<'match'> | KeyOf<'matrix'>,
  attempt: AttemptOf<'match'> | AttemptOf<'matrix'>,
): Verdict {
  const rows = Object.entries(pairs);
  const marks = rows.map(([row, right]): [string, Mark] => [
    row,
    attempt.pairs[row] === right ? 'right' : 'wrong',
  ]);
  const hits = marks.filter(([, mark]) => mark === 'right').length;
  return verdictOf(hits, rows.length, Object.fromEntries(marks));
}

/** The lines, and one more point for why. */
function scoreBug(key: KeyOf<'bug'>, attempt: AttemptOf<'bug'>): Verdict {
  const all = Array.from({ length: key.lineCount }, (_, index) => index + 1);
  const lines = scoreSet(all, key.bugs, attempt.lines);
  if (key.follow === undefined) return lines;
  const why = scoreChoice(key.follow, attempt.follow);
  const marks = { ...lines.marks };
  for (const [option, mark] of Object.entries(why.marks)) marks[`follow-${option}`] = mark;
  return verdictOf(lines.earned + why.earned, lines.of + 1, marks);
}

/** From this part of the points on an answer would pass. */
const passes = 0.8;

function scoreOpen({ criteria }: KeyOf<'open'>, { met }: AttemptOf<'open'>): Verdict {
  const sum = (points: readonly { points: number }[]) =>
    points.reduce((total, one) => total + one.points, 0);
  const of = sum(criteria);
  const earned = sum(criteria.filter(({ id }) => met.includes(id)));
  const marks = criteria.map(({ id }): [string, Mark] => [
    id,
    met.includes(id) ? 'right' : 'missed',
  ]);
  const verdict = verdictOf(earned, of, Object.fromEntries(marks));
  return earned >= passes * of ? { ...verdict, outcome: 'right' } : verdict;
}

function scorePrediction({ asked }: KeyOf<'predict'>, attempt: AttemptOf<'predict'>): Verdict {
  const verdict =
    asked.kind === 'choice'
      ? scoreChoice(asked, attempt.option)
      : scoreNumber(asked, attempt.text ?? '');
  return { ...verdict, outcome: 'noted', earned: 0, of: 0 };
}
