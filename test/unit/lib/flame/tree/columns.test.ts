import { expect, it } from 'vitest';
import { diffProfiles } from '../../../../../src/lib/flame/analysis/diff-profiles.ts';
import { layOutSandwich } from '../../../../../src/lib/flame/layout/sandwich.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { callersAndCallees } from '../../../../../src/lib/flame/tree/callers-and-callees.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const orders = ['name', 'weight', 'time'] as const;
const columns = ['self', 'total', 'start', 'depth'] as const;
const kindsOf = (tree: CallTree) => columns.map((name) => tree[name].constructor.name);
const narrow = ['Uint32Array', 'Uint32Array', 'Uint32Array', 'Uint16Array'];
const wide = ['Float64Array', 'Float64Array', 'Float64Array', 'Uint16Array'];

it('counts of samples take 32 bits in every order', () => {
  for (const order of orders) {
    expect(kindsOf(buildCallTree(profileOf('b;a 1\na;b 2\na 3'), { order }))).toEqual(narrow);
  }
});

it('weights that 32 bits do not hold keep 64', () => {
  const most = 2 ** 32 - 1;
  expect(buildCallTree(profileOf(`a;b ${most}`)).total[0]).toBe(most);
  expect(kindsOf(buildCallTree(profileOf(`a;b ${most}`)))).toEqual(narrow);
  for (const text of [`a;b ${most}\nb 1`, 'a;b 1.5\nb 1']) {
    for (const order of orders) {
      const tree = buildCallTree(profileOf(text), { order });
      expect(kindsOf(tree)).toEqual(wide);
      expect(tree.totalWeight).toBe(tree.total[0]! + tree.total[2]!);
    }
  }
});

it('a stack that is deeper than 16 bits can say keeps its levels', () => {
  const { depth, maxDepth } = buildCallTree(profileOf(`${'f;'.repeat(70_000)}f 1`));
  expect(maxDepth).toBe(70_001);
  expect(depth.at(-1)).toBe(70_000);
});

it('callers of a sandwich stand on levels below 0, and its weights stay narrow', () => {
  const both = callersAndCallees(profileOf('a;b;c 1\nd;b 2'), 'b');
  const { tree } = layOutSandwich(both);
  expect(Math.min(...tree.depth)).toBe(-1);
  expect(tree.total).toBeInstanceOf(Uint32Array);
  expect(tree.self[0]).toBe(2);
});

it('a scaled comparison keeps its fractions', () => {
  const [before, after] = [profileOf('a 1\nb 2'), profileOf('a 1\nb 1')];
  const tree = diffProfiles(before, after, { normalize: 'total' });
  expect(tree.before.total(0)).toBeCloseTo(2 / 3);
  expect(tree.totalChange[0]).toBeCloseTo(1 / 3);
  const plain = diffProfiles(before, after, { normalize: 'none' });
  expect([...plain.totalChange]).toEqual([0, -1]);
});
