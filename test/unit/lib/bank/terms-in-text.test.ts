import { describe, expect, it } from 'vitest';
import { termsInText } from '../../../../src/lib/bank/index.ts';

const terms = [
  { id: 'lock', name: 'lock' },
  { id: 'read-write-lock', name: 'read–write lock' },
  { id: 'sample', name: 'sample' },
  { id: 'self', name: '自身权重' },
];

describe('the terms of a text', () => {
  it('are whole words and their plurals, whatever the case', () => {
    expect(termsInText('Samples of blocked threads', terms, 9)).toEqual(['sample']);
    expect(termsInText('a blocked clock', terms, 9)).toEqual([]);
  });

  it('begin with the longest, and a part of one is not counted', () => {
    expect(termsInText('A read–write lock in 50 samples', terms, 9)).toEqual([
      'read-write-lock',
      'sample',
    ]);
    expect(termsInText('A read–write lock is a lock', terms, 9)).toEqual([
      'read-write-lock',
      'lock',
    ]);
  });

  it('are found inside Chinese, which writes no spaces', () => {
    expect(termsInText('看它的自身权重有多大', terms, 9)).toEqual(['self']);
  });

  it('are only so many', () => {
    expect(termsInText('lock, sample, 自身权重', terms, 2)).toHaveLength(2);
  });
});
