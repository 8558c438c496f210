import { readProfile } from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import { boxesUnder, rowsOf } from './box-set.ts';
import { evaluateQuery, numberOf } from './evaluate-query.ts';
import type { QueryOptions } from './evaluate-query.ts';
import type { Check, Operand, Selector } from './query.ts';
import { QueryError } from './query-error.ts';
import { subjectOf } from './query-subject.ts';
import { findBoxes, selectBoxes } from './select-boxes.ts';

/** Whether a statement holds on a profile. Throws a `QueryError` as its queries do. */
export function evaluateCheck(profile: Profile, check: Check, options: QueryOptions = {}): boolean {
  const numbers = (operands: readonly [Operand, Operand]): [number, number] => [
    operandOf(profile, operands[0], options),
    operandOf(profile, operands[1], options),
  ];
  const inner = (one: Check) => evaluateCheck(profile, one, options);
  if ('equal' in check) return isNear(...numbers(check.equal));
  if ('greater' in check) return isAbove(...numbers(check.greater));
  if ('less' in check) return isAbove(...reversed(numbers(check.less)));
  if ('atLeast' in check) return !isAbove(...reversed(numbers(check.atLeast)));
  if ('atMost' in check) return !isAbove(...numbers(check.atMost));
  if ('inside' in check) return isInside(profile, check.inside);
  if ('exists' in check) return findBoxes(subjectOf(profile), check.exists).includes(1);
  if ('caution' in check) {
    return readProfile(profile).cautions.some(({ code }) => code === check.caution);
  }
  if ('not' in check) return !inner(check.not);
  if ('all' in check) return check.all.every(inner);
  throw new QueryError(check, 'is no check: see src/lib/query/query.ts');
}

function operandOf(profile: Profile, operand: Operand, options: QueryOptions): number {
  if (typeof operand === 'number') return operand;
  return numberOf(operand, evaluateQuery(profile, operand, options));
}

// 0.66 typed by a person and 33 / 50 computed differ in the last bit.
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function isAbove(a: number, b: number): boolean {
  return a > b && !isNear(a, b);
}

function reversed([a, b]: [number, number]): [number, number] {
  return [b, a];
}

function isInside(profile: Profile, [inner, outer]: readonly [Selector, Selector]): boolean {
  const subject = subjectOf(profile);
  const under = boxesUnder(subject.tree, selectBoxes(subject, outer));
  return rowsOf(selectBoxes(subject, inner)).every((row) => under[row] === 1);
}
