import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallTree, CallTreeOptions, Profile } from '../../../../../src/lib/flame/index.ts';
import {
  applyTransforms,
  buildCallTree,
  callersAndCallees,
  functionTotals,
  hotPath,
  mainChains,
} from '../../../../../src/lib/flame/index.ts';
import { anyProfile } from '../../../../support/any-profile.ts';
import { publicSamples } from '../../../../support/public-samples.ts';
import { treeText } from '../../../../support/tree-text.ts';

const seeded = { seed: 20250326, numRuns: 200 };
const everySample = await publicSamples();
/** A profile of 100,000 nodes takes all the ways below for seconds: it takes the first ones only. */
const samples = everySample.filter(({ profile }) => profile.stacks.length < 20_000);

/** Holds for random profiles and for every sample that the site shows. */
function holdsForAll(title: string, law: (profile: Profile) => void): void {
  test(title, { timeout: 120_000 }, () => {
    fc.assert(fc.property(anyProfile, law), seeded);
    for (const { file, profile } of samples) {
      try {
        law(profile);
      } catch (error) {
        throw new Error(`not so for ${file}`, { cause: error });
      }
    }
  });
}

const anyWay: readonly CallTreeOptions[] = [
  {},
  { order: 'weight' },
  { order: 'time' },
  { mergeBy: 'frame' },
  { mergeRecursion: true },
  { inverted: true },
  { inverted: true, order: 'weight', mergeRecursion: true },
  { inverted: true, maxDepth: 3 },
];

const framedWeight = ({ samples: { stack, weight } }: Profile) =>
  weight.reduce((sum, each, i) => ((stack[i] ?? -1) < 0 ? sum : sum + each), 0);

const sum = (column: Iterable<number>) => [...column].reduce((all, each) => all + each, 0);

function expectWellFormed(tree: CallTree): void {
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row] ?? -1;
    const end = tree.end[row] ?? 0;
    const ok =
      parent < row &&
      end > row &&
      (parent < 0 || end <= (tree.end[parent] ?? 0)) &&
      tree.depth[row] === (parent < 0 ? 0 : (tree.depth[parent] ?? 0) + 1);
    if (!ok) expect.fail(`row ${row} is out of order:\n${treeText(tree)}`);
  }
}

describe('a call tree, however it is merged and ordered', () => {
  holdsForAll('keeps all weight, in pre-order, children inside, no name twice', (profile) => {
    for (const options of anyWay) {
      const tree = buildCallTree(profile, options);
      expect(sum(tree.self)).toBeCloseTo(framedWeight(profile), 6);
      expectWellFormed(tree);
      const stray = firstStrayRow(tree);
      if (stray !== undefined) expect.fail(`row ${stray} is not in its place:\n${treeText(tree)}`);
      if (options.mergeBy !== 'frame') expectNoTwins(tree);
    }
  });
});

test('the largest samples keep to the same laws, root-first', () => {
  for (const { profile } of everySample) {
    if (profile.stacks.length < 20_000) continue;
    for (const order of ['name', 'weight'] as const) {
      const tree = buildCallTree(profile, { order });
      expect(sum(tree.self)).toBeCloseTo(framedWeight(profile), 6);
      expectWellFormed(tree);
      expect(firstStrayRow(tree)).toBeUndefined();
    }
  }
});

function expectNoTwins(tree: CallTree): void {
  const seen = new Set<string>();
  for (let row = 0; row < tree.size; row++) seen.add(`${tree.parent[row]} ${tree.nameOf(row)}`);
  expect(seen.size, 'siblings of one name').toBe(tree.size);
}

/** A row that is not inside of its parent, or overlaps the sibling before. */
function firstStrayRow(tree: CallTree): number | undefined {
  const rightOf = new Float64Array(tree.size + 1); // by parent + 1: right edge of its last child
  const slack = tree.totalWeight * 1e-9;
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row] ?? -1;
    const start = tree.start[row] ?? 0;
    const right = start + (tree.total[row] ?? 0);
    const low = parent < 0 ? 0 : (tree.start[parent] ?? 0);
    const high = parent < 0 ? tree.totalWeight : low + (tree.total[parent] ?? 0);
    const left = Math.max(low, rightOf[parent + 1] ?? 0);
    if (start < left - slack || right > high + slack) return row;
    rightOf[parent + 1] = right;
  }
  return undefined;
}

/** Place and weights of every node, whatever the order: paths are told by a number. */
function nodesOf(tree: CallTree): string[] {
  const paths: number[] = [];
  return Array.from(tree.frame, (_, row) => {
    const parent = tree.parent[row] ?? -1;
    paths.push(mixed(parent < 0 ? 1 : (paths[parent] ?? 0), tree.nameOf(row)));
    return `${paths[row]} ${tree.depth[row]} ${tree.self[row]} ${tree.total[row]}`;
  }).sort();
}

function mixed(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return Math.imul(hash ^ 0x5bd1e995, 0x9e3779b1) | 0;
}

describe('orders and directions hold the same samples', () => {
  holdsForAll('order changes no node', (profile) => {
    const byName = nodesOf(buildCallTree(profile));
    expect(nodesOf(buildCallTree(profile, { order: 'weight' }))).toEqual(byName);
    expect(nodesOf(buildCallTree(profile, { order: 'time' }))).toEqual(byName);
  });

  holdsForAll('a leaf-first root weighs what the function weighs by itself', (profile) => {
    const tree = buildCallTree(profile, { inverted: true });
    const self = new Map(functionTotals(profile).map((each) => [each.name, each.self]));
    for (let row = 0; row < tree.size; row = tree.end[row] ?? tree.size) {
      expect(tree.total[row]).toBeCloseTo(self.get(tree.nameOf(row)) ?? -1, 6);
    }
  });

  holdsForAll('callers and callees both weigh the function’s total', (profile) => {
    for (const { name, self, total } of functionTotals(profile).slice(0, 5)) {
      const halves = callersAndCallees(profile, name);
      expect(halves.total).toBeCloseTo(total, 6);
      expect(halves.self).toBeCloseTo(self, 6);
      expect(halves.callers.total[0]).toBeCloseTo(total, 6);
      expect(halves.callees.total[0]).toBeCloseTo(total, 6);
      expect([halves.callers.end[0], halves.callees.end[0]]).toEqual([
        halves.callers.size,
        halves.callees.size,
      ]);
    }
  });
});

describe('paths through a tree', () => {
  holdsForAll('weights only shrink along a hot path and a chain', (profile) => {
    const tree = buildCallTree(profile);
    const paths = [
      hotPath(tree),
      ...mainChains(tree).map(({ steps }) => steps.map(({ row }) => row)),
    ];
    for (const rows of paths.slice(0, 50)) {
      rows.slice(1).forEach((row, i) => {
        expect(tree.parent[row]).toBe(rows[i]);
        expect(tree.total[row]).toBeLessThanOrEqual((tree.total[rows[i] ?? 0] ?? 0) + 1e-6);
      });
    }
  });

  holdsForAll('what leaves a step of a chain, and goes on, is all that it weighs', (profile) => {
    for (const { steps } of mainChains(buildCallTree(profile))) {
      steps.forEach(({ total, self, leaving }, i) => {
        const gone = leaving.reduce((all, each) => all + each.total, 0);
        expect(self + gone + (steps[i + 1]?.total ?? 0)).toBeCloseTo(total, 6);
      });
    }
  });
});

describe('transforms', () => {
  holdsForAll('hiding and collapsing lose no weight, dropping and focusing share it', (profile) => {
    for (const { name: frame, total } of functionTotals(profile).slice(0, 3)) {
      const after = (kind: 'hide' | 'collapse-recursion' | 'drop' | 'focus') =>
        applyTransforms(profile, [{ kind, frame }]).totalWeight;
      expect(after('hide')).toBeCloseTo(profile.totalWeight, 6);
      expect(after('collapse-recursion')).toBeCloseTo(profile.totalWeight, 6);
      expect(after('focus')).toBeCloseTo(total, 6);
      expect(after('focus') + after('drop')).toBeCloseTo(profile.totalWeight, 6);
    }
  });

  holdsForAll('leave the profile that they were given as it was', (profile) => {
    const before = nodesOf(buildCallTree(profile));
    applyTransforms(profile, [
      { kind: 'hide', frame: 'a' },
      { kind: 'collapse-recursion', frame: '' },
      { kind: 'drop', frame: 'b' },
    ]);
    expect(nodesOf(buildCallTree(profile))).toEqual(before);
  });
});
