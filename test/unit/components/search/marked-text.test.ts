import { expect, test } from 'vitest';
import { markedText } from '../../../../src/components/site/search/marked-text.ts';

test('marks become pieces, escapes become characters', () => {
  expect(markedText('Vec&lt;T&gt; is <mark>self</mark> &amp; total')).toEqual([
    { text: 'Vec<T> is ', marked: false },
    { text: 'self', marked: true },
    { text: ' & total', marked: false },
  ]);
});

test('any other tag stays text, and an escaped mark is no mark', () => {
  expect(markedText('<b>x</b> &lt;mark&gt;')).toEqual([{ text: '<b>x</b> <mark>', marked: false }]);
});

test('an unknown escape is left as it is', () => {
  expect(markedText('a &frac12; b')).toEqual([{ text: 'a &frac12; b', marked: false }]);
});

test('blocks of Chinese text are joined by a full-width stop, others as they are', () => {
  expect(markedText('掺进来。 看什么. 看 <mark>futex</mark>. v1.2 is')).toEqual([
    { text: '掺进来。看什么。看 ', marked: false },
    { text: 'futex', marked: true },
    { text: '. v1.2 is', marked: false },
  ]);
});
