import { expect, test } from 'vitest';
import { fillWords } from '../../../src/components/quiz/fill-words.ts';

const entries = '{count} {count|one:entry|other:entries}';

test('puts values into their holes, and leaves a hole that has none', () => {
  expect(fillWords('{earned} of {of}, {else}', { earned: 1, of: 2 })).toBe('1 of 2, {else}');
});

test.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [2, '2 entries'],
  ['1', '1 entry'],
])('a word follows its number: %s', (count, said) => {
  expect(fillWords(entries, { count }, 'en')).toBe(said);
});

test('the language decides which form: Chinese has one, Polish three', () => {
  expect(fillWords('{count} 条{count|other:记录}', { count: 1 }, 'zh-Hans')).toBe('1 条记录');
  const polish = '{count} {count|one:plik|few:pliki|many:plików|other:pliku}';
  expect([1, 3, 5].map((count) => fillWords(polish, { count }, 'pl'))).toEqual([
    '1 plik',
    '3 pliki',
    '5 plików',
  ]);
});

test('a form that the wording lacks is said as the other one', () => {
  expect(fillWords(entries, { count: 3 }, 'pl')).toBe('3 entries');
});
