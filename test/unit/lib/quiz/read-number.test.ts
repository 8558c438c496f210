import { describe, expect, it } from 'vitest';
import { readNumber, readNumericAnswer } from '../../../../src/lib/quiz/index.ts';
import type { NumericKey } from '../../../../src/lib/quiz/index.ts';

describe('a number, as people type it', () => {
  it.each([
    ['45', 45],
    [' 45 ', 45],
    ['4.5', 4.5],
    ['.45', 0.45],
    ['-3', -3],
    ['−3', -3],
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['１，２３４', 1234],
    ['12 345', 12345],
    ['４５', 45],
    ['about 45', 45],
    ['约 45', 45],
    ['≈45', 45],
    ['22/50', 0.44],
    ['22 of 50', 0.44],
    ['0', 0],
    ['45 左右', 45],
    ['×3', 3],
    ['x 3', 3],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toMatchObject({ value });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['most of it', 'not-a-number'],
    ['1,5', 'which-comma'],
    ['1,5%', 'which-comma'],
    ['30-40', 'two-numbers'],
    ['30 or 40', 'two-numbers'],
    ['1/0', 'not-a-number'],
    ['.', 'not-a-number'],
    ['12,34,5', 'not-a-number'],
    ['1e400', 'two-numbers'],
    ['12 apples', 'other-unit'],
    ['12 km/h', 'other-unit'],
  ])('%j cannot be taken for one number: %s', (text, problem) => {
    expect(readNumber(text)).toBe(problem);
  });
});

describe('a share', () => {
  const share = (value: number): NumericKey => ({
    kind: 'numeric',
    as: 'share',
    value,
    tolerance: 1,
    near: [],
  });

  it.each(['45', '45%', '0.45', '.45', '４５％', '45 percent', '约 45%', '9/20', '45 个百分点'])(
    '%s is 45%%',
    (text) => {
      expect(readNumericAnswer(share(45), text)).toBeCloseTo(45, 9);
    },
  );

  it('asks when a small number could be a percentage or a fraction', () => {
    expect(readNumericAnswer(share(0.5), '0.5')).toBe('percent-or-fraction');
    expect(readNumericAnswer(share(0.5), '0.5%')).toBe(0.5);
    expect(readNumericAnswer(share(45), '1')).toBe('percent-or-fraction');
    expect(readNumericAnswer(share(45), '0')).toBe(0);
  });
});

describe('a plain number', () => {
  const key: NumericKey = { kind: 'numeric', as: 'number', value: 33, tolerance: 0, near: [] };

  it.each(['33', '33 samples', '33 个样本', '33个'])('takes %s', (text) => {
    expect(readNumericAnswer(key, text)).toBe(33);
  });

  it.each([
    ['200 MiB', ['MiB'], 200],
    ['200mib', ['MiB'], 200],
    ['２００ＭｉＢ', ['MiB'], 200],
    ['12 ms', ['ms', '毫秒'], 12],
    ['12毫秒', ['ms', '毫秒'], 12],
    ['12 milliseconds', ['ms', '毫秒'], 12],
    ['12 µs', ['µs'], 12],
    ['12 us', ['µs'], 12],
    ['3x', ['×', '倍'], 3],
    ['3 ×', ['×', '倍'], 3],
    ['3 倍', ['×', '倍'], 3],
    ['3-fold', ['×', '倍'], 3],
    ['大约 3 倍', ['×', '倍'], 3],
    ['7 parsecs', ['parsecs'], 7],
  ])('takes %s where %j is asked for', (text, units, value) => {
    expect(readNumericAnswer({ ...key, units }, text)).toBe(value);
  });

  it.each([
    ['200 MB', ['MiB']],
    ['204800 KiB', ['MiB']],
    ['0.03 s', ['ms', '毫秒']],
    ['0.03 秒', ['ms', '毫秒']],
    ['12 ms', []],
  ])('asks back at %s where %j is asked for: it is another number', (text, units) => {
    expect(readNumericAnswer({ ...key, units }, text)).toBe('other-unit');
  });

  it('does not take a percentage for a number', () => {
    expect(readNumericAnswer(key, '33%')).toBe('no-percent');
  });
});
