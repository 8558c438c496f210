import { expect, test } from 'vitest';
import { blocksInChinese, piecesOf } from '../../../../src/components/site/search/marked-text.ts';

test('marks become pieces, escapes become characters', () => {
  expect(piecesOf('Vec&lt;T&gt; is <mark>self</mark> &amp; total')).toEqual([
    { text: 'Vec<T> is ', marked: false },
    { text: 'self', marked: true },
    { text: ' & total', marked: false },
  ]);
});

test('any other tag stays text, and an escaped mark is no mark', () => {
  expect(piecesOf('<b>x</b> &lt;mark&gt;')).toEqual([{ text: '<b>x</b> <mark>', marked: false }]);
});

test('an unknown escape is left as it is', () => {
  expect(piecesOf('a &frac12; b')).toEqual([{ text: 'a &frac12; b', marked: false }]);
});

test('blocks of Chinese text are joined by a full-width stop, others as they are', () => {
  expect(blocksInChinese('掺进来。 看什么. 看 ')).toBe('掺进来。看什么。看 ');
  expect(blocksInChinese('. v1.2 is')).toBe('. v1.2 is');
});
