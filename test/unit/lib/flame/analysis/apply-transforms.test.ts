import { describe, expect, test } from 'vitest';
import type { Transform } from '../../../../../src/lib/flame/analysis/apply-transforms.ts';
import { applyTransforms, buildCallTree } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { treeText } from '../../../../support/tree-text.ts';

const before = profileOf('m;f;g;f;h 3\nm;f 2\nx;g 1\nm;f;f;f;z 4\n 7');

function after(...steps: Transform[]): string {
  const profile = applyTransforms(before, steps);
  return `${profile.totalWeight}\n${treeText(buildCallTree(profile))}`;
}

describe('transforms', () => {
  test('focus begins stacks at a function, and leaves out what never gets there', () => {
    expect(after({ kind: 'focus', frame: 'g' })).toBe('4\ng 4 (self 1)\n  f 3 (self 0)\n    h 3');
  });

  test('focus with a path takes that one place', () => {
    expect(after({ kind: 'focus', frame: 'g', path: ['x'] })).toBe('1\ng 1');
    expect(after({ kind: 'focus', frame: 'f', path: ['m', 'f', 'g'] })).toBe(
      '3\nf 3 (self 0)\n  h 3',
    );
  });

  test('hide gives a function’s weight to its callers', () => {
    expect(after({ kind: 'hide', frame: 'f' })).toBe(
      ['17', 'm 9 (self 2)', '  g 3 (self 0)', '    h 3', '  z 4', 'x 1 (self 0)', '  g 1'].join(
        '\n',
      ),
    );
  });

  test('hiding the root leaves the others as roots, and no weight is lost', () => {
    expect(after({ kind: 'hide', frame: 'x' })).toContain('17\ng 1\nm 9');
  });

  test('drop leaves out the samples that hold a function', () => {
    expect(after({ kind: 'drop', frame: 'g' })).toBe(
      [
        '13',
        'm 6 (self 0)',
        '  f 6 (self 2)',
        '    f 4 (self 0)',
        '      f 4 (self 0)',
        '        z 4',
      ].join('\n'),
    );
  });

  test('collapsing one function’s recursion returns to its outermost call', () => {
    expect(after({ kind: 'collapse-recursion', frame: 'f' })).toBe(
      ['17', 'm 9 (self 0)', '  f 9 (self 2)', '    h 3', '    z 4', 'x 1 (self 0)', '  g 1'].join(
        '\n',
      ),
    );
  });

  test('collapsing all direct recursion keeps callers in between', () => {
    expect(after({ kind: 'collapse-recursion', frame: '' })).toContain(
      '    g 3 (self 0)\n      f 3 (self 0)\n        h 3\n    z 4',
    );
  });

  test('merge makes a library’s neighbouring frames one', () => {
    const profile = profileOf('app`main;lib`a;lib`b;app`c;lib`d 2\napp`main;lib`x 1');
    const merged = applyTransforms(profile, [{ kind: 'merge', frame: 'lib' }]);
    expect(treeText(buildCallTree(merged))).toBe(
      ['app`main 3 (self 0)', '  [lib] 3 (self 1)', '    app`c 2 (self 0)', '      [lib] 2'].join(
        '\n',
      ),
    );
  });

  test('steps stack, in their order, and the last can be taken away', () => {
    const steps: Transform[] = [
      { kind: 'collapse-recursion', frame: '' },
      { kind: 'focus', frame: 'f' },
    ];
    expect(after(...steps)).toBe(
      ['9', 'f 9 (self 2)', '  g 3 (self 0)', '    f 3 (self 0)', '      h 3', '  z 4'].join('\n'),
    );
    expect(after(...steps.slice(0, -1))).toBe(after({ kind: 'collapse-recursion', frame: '' }));
  });

  test('steps are plain data: they survive JSON', () => {
    const steps: Transform[] = [{ kind: 'focus', frame: 'g', path: ['x'] }];
    expect(after(...(JSON.parse(JSON.stringify(steps)) as Transform[]))).toBe(after(...steps));
  });

  test('a frame that is not there changes nothing', () => {
    expect(after({ kind: 'hide', frame: 'nowhere' })).toBe(after());
  });

  test('times go with their samples, and how often the profiler looked is not guessed', () => {
    const timed = { ...profileOf('a;b 1\nc 2\na 3', { time: true }), sampleCount: 9 };
    const kept = applyTransforms(timed, [{ kind: 'drop', frame: 'c' }]);
    expect(Array.from(kept.samples.time ?? [])).toEqual([0, 3]);
    expect(kept.sampleCount).toBeUndefined();
  });
});
