import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAttempt, seededShuffle, validateAttempt } from '../../../../src/lib/quiz/index.ts';
import type { AnswerKey, Attempt } from '../../../../src/lib/quiz/index.ts';

const options = ['a', 'b', 'c', 'd'];
const choice: AnswerKey = { kind: 'choice', options, right: 'b' };
const multi: AnswerKey = { kind: 'multi', options, right: ['a', 'b'] };
const numeric: AnswerKey = {
  kind: 'numeric',
  as: 'share',
  value: 66,
  tolerance: 0.5,
  near: [{ id: 'guide', value: 30, tolerance: 3 }],
};
const frame: AnswerKey = {
  kind: 'click-frame',
  right: [';main;poll'],
  near: [{ id: 'caller', paths: [';main'] }],
};
const order: AnswerKey = { kind: 'order', steps: options };
const loose: AnswerKey = {
  kind: 'order',
  steps: options,
  before: [
    ['a', 'd'],
    ['b', 'd'],
  ],
};
const match: AnswerKey = { kind: 'match', choices: ['x', 'y'], pairs: { a: 'x', b: 'y', c: 'x' } };
const bug: AnswerKey = {
  kind: 'bug',
  lineCount: 5,
  bugs: [4],
  follow: { options: ['p', 'q'], right: 'q' },
};
const open: AnswerKey = {
  kind: 'open',
  minimum: 10,
  criteria: [
    { id: 'a', points: 3, keywords: [] },
    { id: 'b', points: 1, keywords: [] },
    { id: 'c', points: 1, keywords: [] },
  ],
};

const outcome = (key: AnswerKey, attempt: Attempt) => {
  const { outcome: said, earned, of } = scoreAttempt(key, attempt);
  return `${said} ${earned}/${of}`;
};

describe('choice', () => {
  it('has one right option', () => {
    expect(outcome(choice, { kind: 'choice', option: 'b' })).toBe('right 1/1');
    expect(outcome(choice, { kind: 'choice', option: 'c' })).toBe('wrong 0/1');
  });

  it('says of each option how it did', () => {
    expect(scoreAttempt(choice, { kind: 'choice', option: 'c' }).marks).toEqual({
      a: 'left',
      b: 'missed',
      c: 'wrong',
      d: 'left',
    });
  });
});

describe('multi', () => {
  it.each([
    [['a', 'b'], 'right 2/2'],
    [['a'], 'partly 1/2'],
    [['a', 'b', 'c'], 'partly 1/2'],
    [['a', 'c'], 'wrong 0/2'],
    [options, 'wrong 0/2'],
    [['c', 'd'], 'wrong 0/2'],
  ])('%j is %s', (chosen, expected) => {
    expect(outcome(multi, { kind: 'multi', options: chosen })).toBe(expected);
  });
});

describe('numeric', () => {
  it.each([
    ['66', 'right 1/1'],
    ['0.66', 'right 1/1'],
    ['33/50', 'right 1/1'],
    ['66.5', 'right 1/1'],
    ['67', 'wrong 0/1'],
  ])('%s is %s', (text, expected) => {
    expect(outcome(numeric, { kind: 'numeric', text })).toBe(expected);
  });

  it('knows a near miss by what was misread', () => {
    expect(scoreAttempt(numeric, { kind: 'numeric', text: '32%' }).near).toBe('guide');
    expect(scoreAttempt(numeric, { kind: 'numeric', text: '50%' }).near).toBeUndefined();
  });
});

describe('click-frame', () => {
  it('compares full paths', () => {
    expect(outcome(frame, { kind: 'click-frame', path: ';main;poll' })).toBe('right 1/1');
    expect(outcome(frame, { kind: 'click-frame', path: ';poll' })).toBe('wrong 0/1');
    expect(scoreAttempt(frame, { kind: 'click-frame', path: ';main' }).near).toBe('caller');
  });
});

describe('order', () => {
  it('gives a point for each step that follows its predecessor', () => {
    expect(outcome(order, { kind: 'order', steps: ['a', 'b', 'c', 'd'] })).toBe('right 3/3');
    expect(outcome(order, { kind: 'order', steps: ['d', 'a', 'b', 'c'] })).toBe('partly 2/3');
    expect(outcome(order, { kind: 'order', steps: ['d', 'c', 'b', 'a'] })).toBe('wrong 0/3');
  });

  it('accepts every order that keeps the rules, where there are several', () => {
    expect(outcome(loose, { kind: 'order', steps: ['b', 'c', 'a', 'd'] })).toBe('right 2/2');
    expect(outcome(loose, { kind: 'order', steps: ['a', 'd', 'b', 'c'] })).toBe('partly 1/2');
  });
});

describe('pairs, bugs, open answers', () => {
  it('marks row by row', () => {
    const verdict = scoreAttempt(match, { kind: 'match', pairs: { a: 'x', b: 'x', c: 'x' } });
    expect(verdict).toMatchObject({ outcome: 'partly', earned: 2, of: 3, marks: { b: 'wrong' } });
  });

  it('wants the line and the reason', () => {
    expect(outcome(bug, { kind: 'bug', lines: [4], follow: 'q' })).toBe('right 2/2');
    expect(outcome(bug, { kind: 'bug', lines: [4], follow: 'p' })).toBe('partly 1/2');
    expect(outcome(bug, { kind: 'bug', lines: [3], follow: 'p' })).toBe('wrong 0/2');
    expect(outcome(bug, { kind: 'bug', lines: [1, 2, 3, 4, 5], follow: 'q' })).toBe('partly 1/2');
  });

  it('passes an open answer at four fifths of the points', () => {
    expect(outcome(open, { kind: 'open', text: '', met: ['a', 'b'] })).toBe('right 4/5');
    expect(outcome(open, { kind: 'open', text: '', met: ['a'] })).toBe('partly 3/5');
  });
});

describe('predict', () => {
  it('is never scored', () => {
    const key: AnswerKey = { kind: 'predict', asked: numeric };
    expect(outcome(key, { kind: 'predict', text: '30' })).toBe('noted 0/0');
    expect(scoreAttempt(key, { kind: 'predict', text: '30' }).near).toBe('guide');
  });
});

describe('an attempt that is no answer yet costs nothing', () => {
  it.each<[AnswerKey, Attempt, string]>([
    [choice, { kind: 'choice' }, 'choose-one'],
    [multi, { kind: 'multi', options: [] }, 'choose-some'],
    [numeric, { kind: 'numeric', text: '' }, 'empty'],
    [numeric, { kind: 'numeric', text: '30-40' }, 'two-numbers'],
    [frame, { kind: 'click-frame' }, 'choose-frame'],
    [match, { kind: 'match', pairs: { a: 'x' } }, 'fill-rows'],
    [bug, { kind: 'bug', lines: [] }, 'choose-line'],
    [bug, { kind: 'bug', lines: [4] }, 'choose-reason'],
    [open, { kind: 'open', text: 'too few', met: [] }, 'write-more'],
    [{ kind: 'predict', asked: choice }, { kind: 'predict' }, 'choose-one'],
  ])('%j', (key, attempt, code) => {
    expect(validateAttempt(key, attempt)?.code).toBe(code);
  });

  it('says how many rows are open, and which is the first', () => {
    const unclear = validateAttempt(match, { kind: 'match', pairs: { a: 'x' } });
    expect(unclear).toMatchObject({ count: 2, part: 'b' });
  });

  it('asks half as many Chinese characters', () => {
    expect(validateAttempt(open, { kind: 'open', text: '写五个汉字', met: [] })).toBeUndefined();
  });

  it('refuses an attempt at another question', () => {
    expect(() => validateAttempt(choice, { kind: 'multi', options: ['a'] })).toThrow(TypeError);
    expect(() => scoreAttempt(choice, { kind: 'multi', options: ['a'] })).toThrow(TypeError);
  });
});

describe('shuffle', () => {
  it('keeps every item and repeats itself for one seed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.string(), (items, seed) => {
        const shuffled = seededShuffle(items, seed);
        expect([...shuffled].sort()).toEqual([...items].sort());
        expect(seededShuffle(items, seed)).toEqual(shuffled);
      }),
    );
  });

  it('puts no option in one place for most questions', () => {
    const places = Array.from({ length: 300 }, (_, i) =>
      seededShuffle(options, `question-${i}`).indexOf('a'),
    );
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((p) => p === place).length / places.length;
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.33);
    }
  });
});
