import { describe, expect, test } from 'vitest';
import { layoutOfTree } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import type { FlameLayout } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import {
  childrenOf,
  heaviestChild,
  isBeside,
  isLeaf,
  isWithin,
  nextSibling,
  previousSibling,
} from '../../../../../src/lib/flame/layout/neighbours.ts';
import { layOutSandwich } from '../../../../../src/lib/flame/layout/sandwich.ts';
import { siblingPlaces } from '../../../../../src/lib/flame/layout/sibling-places.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { callersAndCallees } from '../../../../../src/lib/flame/tree/callers-and-callees.ts';
import { profileOf } from '../../../../support/profile-of.ts';

// Rows: 0 main, 1 a, 2 x, 3 b, 4 c, 5 other
const tree = buildCallTree(profileOf('main;a;x 1\nmain;b 5\nmain;c 2\nother 3'));

test('children and siblings are found from left to right', () => {
  expect([...childrenOf(tree, -1)]).toEqual([0, 5]);
  expect([...childrenOf(tree, 0)]).toEqual([1, 3, 4]);
  expect([...childrenOf(tree, 2)]).toEqual([]);
  expect([1, 3, 4, 5].map((row) => nextSibling(tree, row))).toEqual([3, 4, undefined, undefined]);
  expect([0, 1, 3, 4, 5].map((row) => previousSibling(tree, row))).toEqual([
    undefined,
    undefined,
    1,
    3,
    0,
  ]);
});

test('"all" has neither siblings nor a parent', () => {
  expect(nextSibling(tree, -1)).toBeUndefined();
  expect(previousSibling(tree, -1)).toBeUndefined();
});

test('the heaviest child is the widest, of equals the leftmost', () => {
  expect(heaviestChild(tree, (row) => tree.total[row] ?? 0, 0)).toBe(3);
  expect(heaviestChild(tree, (row) => tree.total[row] ?? 0, -1)).toBe(0);
  expect(heaviestChild(tree, (row) => tree.total[row] ?? 0, 3)).toBeUndefined();
  const equal = buildCallTree(profileOf('a 1\nb 1'));
  expect(heaviestChild(equal, (row) => equal.total[row] ?? 0, -1)).toBe(0);
});

test('a row is within itself, its callers and "all"', () => {
  expect([-1, 0, 1, 2].every((row) => isWithin(tree, 2, row))).toBe(true);
  expect([3, 5].some((row) => isWithin(tree, 2, row))).toBe(false);
});

test('leaves have no children', () => {
  expect([-1, 0, 1, 2, 3].map((row) => isLeaf(tree, row))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('rows know their place among their siblings', () => {
  const placeOf = siblingPlaces(layoutOfTree(tree));
  expect(placeOf(-1)).toEqual({ position: 1, siblings: 1 });
  expect(placeOf(3)).toEqual({ position: 2, siblings: 3 });
  expect(placeOf(5)).toEqual({ position: 2, siblings: 2 });
});

describe('what is beside a zoom', () => {
  const beside = (layout: FlameLayout, nameOf: (row: number) => string, root: string) => {
    const rows = layout.runs.flatMap(({ from, to: end }) =>
      Array.from({ length: end - from }, (_, i) => from + i),
    );
    const to = rows.find((row) => nameOf(row) === root)!;
    return rows.filter((row) => isBeside(layout, to, row)).map(nameOf);
  };

  test('is the way to the frame, in a picture of one tree', () => {
    const tree = buildCallTree(profileOf('main;a;f;x 1\nmain;b 1'));
    expect(beside(layoutOfTree(tree), tree.nameOf, 'f')).toEqual(['main', 'a']);
  });

  test('is the other half of a sandwich too, but nothing of it where all of the function is shown', () => {
    const profile = profileOf('main;a;f;x;y 1\nmain;b;f;z 1');
    const { tree, layout } = layOutSandwich(callersAndCallees(profile, 'f'));
    expect(beside(layout, tree.nameOf, 'a')).toEqual(['f', 'x', 'y', 'z']);
    expect(beside(layout, tree.nameOf, 'x')).toEqual(['f', 'a', 'main', 'b', 'main']);
    expect(beside(layout, tree.nameOf, 'f')).toEqual([]);
  });
});
