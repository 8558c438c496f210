import { describe, expect, test } from 'vitest';
import { wholeExcerpt } from '../../../../src/components/site/search/whole-excerpt.ts';

/** The excerpt as text, with what was found in brackets. */
function excerptOf(excerpt: string, page: string): string {
  return wholeExcerpt(excerpt, page, /^\p{Script=Han}/u.test(page) ? '……' : '…')
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
}

describe('an excerpt begins', () => {
  test.each([
    [
      'where the sentence begins that it was cut out of',
      'of the width is <mark>futex</mark>.',
      'What to look for. How much of the width is futex. More',
      'How much of the width is [futex].',
    ],
    [
      'with the next sentence, where only the end of one stands before it',
      'of it. How much is <mark>futex</mark>.',
      'Ask what was done in it, and what came of it. How much is futex. More',
      'How much is [futex].',
    ],
    [
      'at the start of the page, which is one of a sentence',
      'is the <mark>lock</mark>.',
      'Here is the lock. More',
      'Here is the [lock].',
    ],
    [
      'as it was, where a sentence begins there',
      'The <mark>lock</mark>.',
      'One. The lock. More',
      'The [lock].',
    ],
    [
      'behind a number or a name with a dot only where it ends a sentence',
      'needs a <mark>lock</mark>.',
      'Read it. Version v1.2 in 2.1 needs a lock. More',
      'Version v1.2 in 2.1 needs a [lock].',
    ],
    [
      'at a clause after an ellipsis, where no sentence begins near',
      'threads that wait for a <mark>lock</mark>.',
      `${'word '.repeat(40)}and so, in threads that wait for a lock. More`,
      '…in threads that wait for a [lock].',
    ],
    [
      'as it was after an ellipsis, where no clause does',
      'word <mark>lock</mark>.',
      `${'word '.repeat(40)}lock. More`,
      '…word [lock].',
    ],
    [
      'where a Chinese sentence begins',
      '，自身时间却分给了 <mark>clamp_to</mark>。',
      '有符号表。内联函数没有自己的方框，自身时间却分给了 clamp_to。没有调试信息。',
      '内联函数没有自己的方框，自身时间却分给了 [clamp_to]。',
    ],
    [
      'behind the quotation mark that ends a Chinese sentence',
      '是<mark>锁</mark>。',
      '他说：“不知道。”这是锁。完',
      '这是[锁]。',
    ],
    [
      'at a Chinese clause after an ellipsis',
      '等的是<mark>锁</mark>。',
      `${'字'.repeat(60)}，线程等的是锁。完`,
      '……线程等的是[锁]。',
    ],
    [
      'without the stop that ended the words before it',
      '。改用 <mark>writev</mark>。',
      `${'字'.repeat(60)}。改用 writev。完`,
      '改用 [writev]。',
    ],
  ])('%s', (_, excerpt, page, expected) => {
    expect(excerptOf(excerpt, page)).toBe(expected);
  });
});

test('what was found stays, whatever sentence begins behind it', () => {
  const page = `${'word '.repeat(40)}lock. Then more. And the rest`;
  expect(excerptOf('word <mark>lock</mark>. Then more.', page)).toBe('…word [lock]. Then more.');
});

test('a text that goes on in mid-sentence ends with an ellipsis', () => {
  expect(excerptOf('The <mark>lock</mark> is', 'The lock is held.')).toBe('The [lock] is…');
  expect(excerptOf('这把<mark>锁</mark>由', '这把锁由线程持有。')).toBe('这把[锁]由……');
  expect(excerptOf('The <mark>lock</mark>,', 'The lock, held.')).toBe('The [lock]…');
});

test('blocks of Chinese text are joined by a full-width stop', () => {
  const page = '掺进来. 看什么. 看 futex. v1.2 is';
  expect(excerptOf('看什么. 看 <mark>futex</mark>. v1.2 is', page)).toBe(
    '看什么。看 [futex]. v1.2 is',
  );
});

test('an excerpt that is not in the text stays as it is', () => {
  expect(excerptOf('of <mark>it</mark>', 'Another text.')).toBe('of [it]');
});

test('a Latin stop of the index behind Chinese that was found is a full-width one', () => {
  expect(excerptOf('从样本到<mark>火焰图</mark>. 亲手折叠', '从样本到火焰图. 亲手折叠')).toBe(
    '从样本到[火焰图]。亲手折叠',
  );
});
