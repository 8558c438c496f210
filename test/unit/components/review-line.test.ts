import { expect, test } from 'vitest';
import { guideCode } from '../../../src/components/widgets/code-review/guide-code.ts';
import {
  reviewLine,
  reviewLines,
} from '../../../src/components/widgets/code-review/review-line.ts';

test('a wrong line is found when any reason that holds is given', () => {
  expect(reviewLine(['not-imported', 'wrong-time'], 'wrong-time')).toBe('found');
  expect(reviewLine(['not-imported', 'wrong-time'], 'dropped')).toBe('other-reason');
  expect(reviewLine(['dropped'], '')).toBe('other-reason');
});

test('a line that may stand is judged by whether it was chosen', () => {
  expect(reviewLine([], undefined)).toBe('fine');
  expect(reviewLine([], 'dropped')).toBe('unjust');
});

test('a review counts what was found, explained and chosen without cause', () => {
  const lines = [{ faults: ['dropped'] }, { faults: ['outside'] }, { faults: [] }] as const;
  const { outcomes, ...counts } = reviewLines(lines, ['dropped', 'dropped', 'outside']);
  expect(outcomes).toEqual(['found', 'other-reason', 'unjust']);
  expect(counts).toEqual({ wrong: 2, chosen: 2, explained: 1, unjust: 1 });
});

test('the line that takes the lock is wrong since its guard is dropped', () => {
  const line = guideCode.find(({ code }) => code === 'lock.lock();');
  expect(line?.faults).toEqual(['dropped']);
});
