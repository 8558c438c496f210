import type { NumericKey } from './answer-key.ts';
import { readNumber } from './read-number.ts';
import type { NumberProblem } from './read-number.ts';
import { spellingsOf } from './unit-spellings.ts';

export type NumericProblem = NumberProblem | 'percent-or-fraction' | 'no-percent';

// Behind any number these say nothing that the question has not said.
const commonUnits = [
  'percent',
  'per cent',
  'pct',
  'points',
  'samples',
  'sample',
  'frames',
  'boxes',
  'functions',
  'times',
  'x',
  '×',
  '个样本',
  '个百分点',
  '个栈帧',
  '个函数',
  '样本',
  '个',
  '倍',
  '层',
  '次',
];

/**
 * An answer in the key's terms: percent for shares, the plain number otherwise. For a share,
 * `0.45` means 45%, unless the key itself is below 1%: then only the reader knows.
 */
export function readNumericAnswer(key: NumericKey, text: string): number | NumericProblem {
  const read = readNumber(text, [...commonUnits, ...spellingsOf(key.units ?? [])]);
  if (typeof read === 'string') return read;
  const { value, form } = read;
  if (key.as === 'number') return form === 'percent' ? 'no-percent' : value;
  if (form === 'percent') return value;
  if (form === 'fraction') return value * 100;
  if (Math.abs(value) > 1 || value === 0) return value;
  return Math.abs(key.value) < 1 || Math.abs(value) === 1 ? 'percent-or-fraction' : value * 100;
}
