import { describe, expect, test } from 'vitest';
import { callersAndCallees } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { treeText } from '../../../../support/tree-text.ts';

describe('callers and callees', () => {
  test('merge all the places where a function is called', () => {
    const { callers, callees, self, total } = callersAndCallees(
      profileOf('main;a;copy;memcpy 3\nmain;b;copy 2\nmain;b;copy;memcpy 1\nmain;c 9'),
      'copy',
    );
    expect([self, total]).toEqual([2, 6]);
    expect(treeText(callers)).toBe(
      ['copy 6 (self 0)', '  a 3 (self 0)', '    main 3', '  b 3 (self 0)', '    main 3'].join(
        '\n',
      ),
    );
    expect(treeText(callees)).toBe('copy 6 (self 2)\n  memcpy 4');
  });

  test('a recursive function is counted once for each sample, in both halves', () => {
    const { callers, callees, total } = callersAndCallees(profileOf('m;fib;fib;fib;add 4'), 'fib');
    expect(total).toBe(4);
    expect(treeText(callers)).toBe('fib 4 (self 0)\n  m 4');
    expect(treeText(callees)).toBe(
      'fib 4 (self 0)\n  fib 4 (self 0)\n    fib 4 (self 0)\n      add 4',
    );
  });

  test('a name that is not there gives two empty trees', () => {
    const { callers, callees, total } = callersAndCallees(profileOf('a;b 1'), 'c');
    expect([callers.size, callees.size, total]).toEqual([0, 0, 0]);
  });
});
