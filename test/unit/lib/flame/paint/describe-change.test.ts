import { describe, expect, test } from 'vitest';
import { diffProfiles } from '../../../../../src/lib/flame/analysis/diff-profiles.ts';
import {
  changeOf,
  describeChange,
  signOfChange,
} from '../../../../../src/lib/flame/paint/describe-change.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const before = profileOf('main;copy 60\nmain;parse 38\nmain;old 2');
const after = profileOf('main;copy 10\nmain;parse 38\nmain;new 2');
const tree = diffProfiles(before, after, { normalize: 'total' });

function said(name: string, locale: 'en' | 'zh' = 'en'): string {
  const row = Array.from({ length: tree.size }, (_, i) => i).find((i) => tree.nameOf(i) === name);
  return describeChange(changeOf(tree, row ?? -1, 'total'), locale);
}

describe('what is said of a frame of two profiles', () => {
  test('is its share before and after, and the change in points with its sign', () => {
    expect(said('copy')).toBe('copy, 60% → 20%, −40 points');
    expect(said('parse')).toBe('parse, 38% → 76%, +38 points');
  });

  test('says that a frame is in one profile only, and that a small change may be chance', () => {
    expect(said('new')).toBe('new, 0% → 4%, +4 points, only after, may be chance');
    expect(said('old', 'zh')).toBe('old，2% → 0%，−2 个百分点，仅在之前出现，可能只是偶然');
  });

  test('of everything is that it is the whole of each', () => {
    expect(said('nowhere')).toBe('all, 100% → 100%, 0 points');
  });
});

test('a change that may be chance has no sign', () => {
  const change = changeOf(tree, 0, 'total');
  expect(signOfChange({ ...change, drawn: 0.2, mayBeChance: false })).toBe('+');
  expect(signOfChange({ ...change, drawn: -0.2, mayBeChance: false })).toBe('−');
  expect(signOfChange({ ...change, drawn: 0.2, mayBeChance: true })).toBe('');
  expect(signOfChange({ ...change, drawn: 0, mayBeChance: false })).toBe('');
});

test('code whose samples stayed the same has no sign where weights are compared as recorded', () => {
  const diff = diffProfiles(before, after, { normalize: 'none' });
  const row = Array.from({ length: diff.size }, (_, i) => i).find(
    (i) => diff.nameOf(i) === 'parse',
  );
  const parse = changeOf(diff, row ?? -1, 'total');
  expect(parse.change).toBeCloseTo(0.38); // as a share it grew, since the rest shrank
  expect(parse.drawn).toBe(0);
  expect(signOfChange(parse)).toBe('');
});

test('the interval and the doubt are of the measure that is shown', () => {
  // f's total did not change at all, its own work did, and surely.
  const diff = diffProfiles(profileOf('f 100\nf;g 900'), profileOf('f 300\nf;g 700'), {
    normalize: 'total',
  });
  const total = changeOf(diff, 0, 'total');
  expect([total.change, total.mayBeChance]).toEqual([0, true]);
  const self = changeOf(diff, 0, 'self');
  expect(self.change).toBeCloseTo(0.2);
  const [low, high] = self.comparison?.interval ?? [NaN, NaN];
  expect(low).toBeGreaterThan(0.15);
  expect(high).toBeLessThan(0.25);
  expect(self.mayBeChance).toBe(false);
  expect(signOfChange(self)).toBe('+');
});

test('the self weight can change where the total does not', () => {
  const was = profileOf('f 10\nf;g 10');
  const is = profileOf('f 18\nf;g 2');
  const diff = diffProfiles(was, is, { normalize: 'none' });
  expect(changeOf(diff, 0, 'total').change).toBe(0);
  expect(changeOf(diff, 0, 'self').change).toBeCloseTo(0.4);
});
