import { describe, expect, test } from 'vitest';
import { buildCallTree, hotPath, mainChains } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const tree = buildCallTree(
  profileOf(
    'main;serve;read;copy 40\nmain;serve;read 10\nmain;serve;write 30\nmain;log 15\ninit 5',
  ),
);
const names = (rows: readonly number[]) => rows.map((row) => tree.nameOf(row));

describe('hot path', () => {
  test('follows the heaviest child while it keeps half of its parent', () => {
    expect(names(hotPath(tree))).toEqual(['main', 'serve', 'read', 'copy']);
  });

  test('stops where the weight spreads', () => {
    expect(names(hotPath(tree, { share: 0.7 }))).toEqual(['main', 'serve']);
  });

  test('can start anywhere, and stop at a weight', () => {
    expect(names(hotPath(tree, { from: hotPath(tree)[1] ?? 0, minWeight: 50 }))).toEqual(['read']);
  });

  test('an empty tree has none', () => {
    expect(hotPath(buildCallTree(profileOf('')))).toEqual([]);
  });
});

describe('main chains', () => {
  test('are real nestings, each step with what leaves it', () => {
    const [first] = mainChains(tree);
    expect(
      first?.steps.map(({ name, total, self, leaving }) => [
        name,
        total,
        self,
        leaving.map((each) => `${each.name} ${each.total}`),
      ]),
    ).toEqual([
      ['main', 95, 0, ['log 15']],
      ['serve', 80, 0, ['write 30']],
      ['read', 50, 10, []],
      ['copy', 40, 40, []],
    ]);
  });

  test('heavy branches are chains of their own, and say where they leave', () => {
    const [, write, log, ...rest] = mainChains(tree);
    expect([write?.steps[0]?.name, tree.nameOf(write?.from ?? -1)]).toEqual(['write', 'serve']);
    expect([log?.steps[0]?.name, tree.nameOf(log?.from ?? -1)]).toEqual(['log', 'main']);
    expect(rest).toEqual([]); // init has 5%
  });

  // The guide's 1.3 draws 22 and 26 as children of 39: as siblings they would be 48.
  test('what is inside of another is never beside it', () => {
    const nested = buildCallTree(profileOf('run;task;poll 22\nrun;task 4\nrun;park 13'));
    const [first] = mainChains(nested);
    expect(first?.steps.map(({ name }) => name)).toEqual(['run', 'task', 'poll']);
    expect(first?.steps[0]?.leaving).toMatchObject([{ name: 'park', total: 13 }]);
  });
});
