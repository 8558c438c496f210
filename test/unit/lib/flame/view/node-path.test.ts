import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFlameChart } from '../../../../../src/lib/flame/layout/flame-chart.ts';
import { layOutSandwich } from '../../../../../src/lib/flame/layout/sandwich.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { callersAndCallees } from '../../../../../src/lib/flame/tree/callers-and-callees.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import {
  expressionOf,
  findNode,
  formatFullPath,
  parseFullPath,
  pathOf,
} from '../../../../../src/lib/flame/view/node-path.ts';
import { profileOf } from '../../../../support/profile-of.ts';

function treeOf(drawing: string): CallTree {
  return buildCallTree(profileOf(drawing));
}

/** The stack that an expression finds, as a folded line; `undefined` for none. */
function found(tree: CallTree, expression: string): string | undefined {
  const row = findNode(tree, expression);
  return row === undefined ? undefined : pathOf(tree, row).join(';');
}

describe('a path expression', () => {
  const tree = treeOf(`
    start;run;poll;read    3
    start;run;poll;write   2
    start;rerun;poll;write 4
    start;UnownedTask<S>::run;Context::run_task 9
  `);

  test('finds a frame by its whole name, though longer names hold it too', () => {
    expect(found(tree, 'run')).toBe('start;run');
  });

  test('finds a frame by the end of its name before any part of a name', () => {
    expect(found(tree, 'run_task')).toBe('start;UnownedTask<S>::run;Context::run_task');
  });

  test('finds a frame by part of its name, in any letter case if nothing else fits', () => {
    expect(found(tree, 'wnedTa')).toBe('start;UnownedTask<S>::run');
    expect(found(tree, 'unownedtask')).toBe('start;UnownedTask<S>::run');
  });

  test('takes the heaviest of several', () => {
    expect(found(tree, 'write')).toBe('start;rerun;poll;write');
  });

  test('names callers on the way down, with anything in between', () => {
    expect(found(tree, 'run > write')).toBe('start;run;poll;write');
    expect(found(tree, 'start > write')).toBe('start;rerun;poll;write');
    expect(found(tree, 'write > start')).toBeUndefined();
    expect(found(tree, 'UnownedTask<S>::run > run_task')).toBe(
      'start;UnownedTask<S>::run;Context::run_task',
    );
  });

  test('in double quotes must be the whole name', () => {
    expect(found(tree, '"run_task"')).toBeUndefined();
    expect(found(tree, '"Context::run_task"')).toBe('start;UnownedTask<S>::run;Context::run_task');
  });

  test('that is empty means everything', () => {
    expect(findNode(tree, '')).toBe(-1);
    expect(findNode(tree, '  ')).toBe(-1);
    expect(expressionOf(tree, -1)).toBe('');
  });

  test('finds the outer of two equal frames of a recursion, and the inner by naming both', () => {
    const recursive = treeOf('main;fib;fib;fib 5');
    expect(found(recursive, 'fib')).toBe('main;fib');
    expect(found(recursive, 'fib > fib')).toBe('main;fib;fib');
  });
});

describe('a full path', () => {
  test('is the folded stack, whatever the names hold', () => {
    const tree = treeOf('main;a > b;c\\d 1');
    const path = formatFullPath(['main', 'a > b', 'c\\d']);
    expect(found(tree, path)).toBe('main;a > b;c\\d');
    expect(parseFullPath(';x\\;y;z')).toEqual(['x;y', 'z']);
    expect(found(tree, ';main;nothing')).toBeUndefined();
  });

  test('comes back from any names', () => {
    const property = fc.property(fc.array(fc.string(), { minLength: 1 }), (names) => {
      expect(parseFullPath(formatFullPath(names))).toEqual(names);
    });
    fc.assert(property, { seed: 4 });
  });
});

test('every frame of any graph has an expression that leads back to it', () => {
  const name = fc.constantFrom(
    'a',
    'b',
    'a::b',
    'x > y',
    '"q"',
    '<A<B> as C>::a',
    '::',
    ' ',
    '操作',
  );
  const stacks = fc.array(fc.array(name, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  });
  const property = fc.property(stacks, (lines) => {
    const tree = treeOf(lines.map((line) => `${line.join(';')} 1`).join('\n'));
    for (let row = 0; row < tree.size; row++) {
      expect(findNode(tree, expressionOf(tree, row))).toBe(row);
    }
  });
  fc.assert(property, { seed: 4 });
});

test('a stack of 10,000 frames has names too', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `f${i % 7}`);
  const tree = treeOf(`${names.join(';')} 1`);
  expect(findNode(tree, expressionOf(tree, 9_999))).toBe(9_999);
});

test('every frame of a sandwich has an expression that leads back to it, callers too', () => {
  const name = fc.constantFrom('f', 'a', 'b', 'c');
  const stack = fc.array(name, { minLength: 1, maxLength: 6 });
  const property = fc.property(fc.array(stack, { minLength: 1, maxLength: 12 }), (lines) => {
    const profile = profileOf([...lines, ['f']].map((line) => `${line.join(';')} 1`).join('\n'));
    const { tree, callersRoot } = layOutSandwich(callersAndCallees(profile, 'f'));
    for (let row = 0; row < tree.size; row++) {
      // The function is drawn, and named, once.
      const shown = row === callersRoot ? 0 : row;
      expect(findNode(tree, expressionOf(tree, row))).toBe(shown);
      expect(findNode(tree, formatFullPath(pathOf(tree, row)))).toBe(shown);
    }
  });
  fc.assert(property, { seed: 4 });
});

test('the path of a caller in a sandwich is the stack that leads to the function', () => {
  const { tree } = layOutSandwich(callersAndCallees(profileOf('main;a;f;x 1'), 'f'));
  const paths = Array.from({ length: tree.size }, (_, row) => pathOf(tree, row).join(';'));
  expect(paths).toEqual(['f', 'f;x', 'f', 'a;f', 'main;a;f']);
});

describe('in time order, where a path stands several times', () => {
  const timedTree = (stacks: readonly string[]) =>
    buildFlameChart(profileOf(stacks.map((stack) => `${stack} 1`).join('\n'), { time: true }));

  test('a number after the path names one of them, from the left', () => {
    const tree = timedTree(['a;x', 'a;y', 'b', 'a;y', 'a;y', 'b', 'a']);
    const starts = (expression: string) => tree.start[findNode(tree, expression) ?? NaN];
    expect([';a\\1', ';a\\2', ';a\\3'].map(starts)).toEqual([0, 3, 6]);
    expect([';a;y\\1', ';a;y\\2'].map(starts)).toEqual([1, 3]);
    // Without a number, or with one that there is not, the first of the heaviest.
    expect([';a', ';a\\4', ';a;y', ';a;y\\9'].map(starts)).toEqual([0, 0, 3, 3]);
  });

  test('the number is no part of a name, and a name may end like one', () => {
    expect(parseFullPath(';main;run\\2')).toEqual(['main', 'run']);
    expect(parseFullPath(formatFullPath(['run\\2']))).toEqual(['run\\2']);
    const tree = timedTree(['run\\2', 'b', 'run\\2']);
    expect(expressionOf(tree, 2)).toBe(';run\\\\2\\2');
    expect(findNode(tree, ';run\\\\2\\2')).toBe(2);
  });

  test('a path of the tree by name leads nowhere else with a number', () => {
    expect(found(treeOf('a;x 3\nb 1'), ';a;x\\2')).toBe('a;x');
  });

  test('every frame has an expression that leads back to it', () => {
    const stack = fc.array(fc.constantFrom('a', 'b', 'c\\1', 'c\\'), {
      minLength: 1,
      maxLength: 4,
    });
    const property = fc.property(fc.array(stack, { minLength: 1, maxLength: 14 }), (stacks) => {
      const tree = timedTree(stacks.map((names) => names.join(';')));
      for (let row = 0; row < tree.size; row++) {
        expect(findNode(tree, expressionOf(tree, row))).toBe(row);
      }
    });
    fc.assert(property, { seed: 4 });
  });
});
