import { expect, test } from 'vitest';
import { queryWithSide, readSide } from '../../../../src/components/lab/desk/desk-side.ts';

test.each([
  ['', 'main'],
  ['?sample=a&after=b&read=after', 'after'],
  ['?read=before', 'before'],
  ['?read=main', 'main'],
  ['?read=<script>', 'main'],
])('reads of %s what is read of two profiles: %s', (search, side) => {
  expect(readSide(search)).toBe(side);
});

test('writes it beside what the address says else, and the main thing not at all', () => {
  const search = '?sample=a&after=b&view=diff';
  expect(queryWithSide(search, 'after')).toBe(`${search}&read=after`);
  expect(queryWithSide(`${search}&read=after`, 'before')).toBe(`${search}&read=before`);
  expect(queryWithSide(`${search}&read=after`, 'main')).toBe(search);
  expect(queryWithSide('?read=after', 'main')).toBe('');
});
