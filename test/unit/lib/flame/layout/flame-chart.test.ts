import { expect, test } from 'vitest';
import { buildFlameChart, hasTimeOrder } from '../../../../../src/lib/flame/layout/flame-chart.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

/** Rows as `name start+width`, indented by depth. */
function chartText(tree: CallTree): string[] {
  return Array.from(
    { length: tree.size },
    (_, row) =>
      `${'  '.repeat(tree.depth[row] ?? 0)}${tree.nameOf(row)} ${tree.start[row]}+${tree.total[row]}`,
  );
}

test('a stack that comes back later stands there a second time', () => {
  const profile = profileOf('main;a 2\nmain;b 3\nmain;a 1', { time: true });
  expect(chartText(buildFlameChart(profile))).toEqual([
    'main 0+6',
    '  a 0+2',
    '  b 2+3',
    '  a 5+1',
  ]);
});

test('what runs on from sample to sample is one box, with its own time where it ran itself', () => {
  const chart = buildFlameChart(profileOf('main 1\nmain;a;x 2\nmain;a 3\nother 4', { time: true }));
  expect(chartText(chart)).toEqual(['main 0+6', '  a 1+5', '    x 1+2', 'other 6+4']);
  expect([...chart.self]).toEqual([1, 3, 2, 4]);
  expect([...chart.end]).toEqual([3, 3, 3, 4]);
  expect([...chart.parent]).toEqual([-1, 0, 1, -1]);
  expect(chart.maxDepth).toBe(3);
});

test('a sample without frames leaves a gap', () => {
  const chart = buildFlameChart(profileOf('main 1\n 2\nmain 3', { time: true }));
  expect(chartText(chart)).toEqual(['main 0+1', 'main 3+3']);
  expect(chart.totalWeight).toBe(6);
});

test('only samples with times have an order that means something', () => {
  expect(hasTimeOrder(profileOf('a 1', { time: true }))).toBe(true);
  expect(hasTimeOrder(profileOf('a 1'))).toBe(false);
});
