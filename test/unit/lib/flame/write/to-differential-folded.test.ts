import { describe, expect, test } from 'vitest';
import { toDifferentialFolded } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';

describe('the two columns of difffolded.pl', () => {
  const before = profileOf('main;a 3\nmain;b 1');
  const after = profileOf('main;a 7\nmain;c 2');

  test('hold every stack that either profile has', () => {
    expect(toDifferentialFolded(before, after, { normalize: 'none' })).toBe(
      'main;a 3 7\nmain;b 1 0\nmain;c 0 2\n',
    );
  });

  test('normalised, the first column adds up to the second’s total', () => {
    expect(toDifferentialFolded(before, after, { normalize: 'total' })).toBe(
      'main;a 6.75 7\nmain;b 2.25 0\nmain;c 0 2\n',
    );
  });

  // difffolded.pl -n: int($count1 * $total2 / $total1). Its first column adds up to 8, not 9.
  test('difffolded.pl cuts fractions off, so that rare stacks become 0: with truncate so do we', () => {
    const settings = { normalize: 'total', truncate: true } as const;
    expect(toDifferentialFolded(before, after, settings)).toBe(
      'main;a 6 7\nmain;b 2 0\nmain;c 0 2\n',
    );
    const rare = toDifferentialFolded(profileOf('a 999\nb 1'), profileOf('a 500'), settings);
    expect(rare).toBe('a 499 500\nb 0 0\n');
  });

  test('equal totals are not scaled', () => {
    const same = toDifferentialFolded(profileOf('a 1'), profileOf('b 1'), { normalize: 'total' });
    expect(same).toBe('a 1 0\nb 0 1\n');
  });

  test('a semicolon or line end in a name does not make another stack', () => {
    const odd = profileOf('x 1');
    const named = { ...odd, frames: { ...odd.frames, names: ['foo<[u8; 2]>\nbar'] } };
    expect(toDifferentialFolded(named, named, { normalize: 'none' })).toBe(
      'foo<[u8: 2]> bar 1 1\n',
    );
  });
});
