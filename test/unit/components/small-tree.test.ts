import { expect, test } from 'vitest';
import { paintSmallTree } from '../../../src/components/widgets/small-tree/paint-small-tree.ts';

const job = { id: 'a', name: 'run · 39', weight: 39, kind: 'runtime' };
const task = { id: 'b', name: 'run_task · 26', weight: 26, kind: 'runtime', onto: 'a' };

const widthsOf = (svg: string) => [...svg.matchAll(/data-w="([\d.]+)"/g)].map(([, w]) => Number(w));

test('a small tree draws each frame as wide as its weight, and no box for everything', () => {
  expect(widthsOf(paintSmallTree([job, task], { extent: 39 }))).toEqual([39, 26]);
});

test('a frame whose callees have been taken off keeps the scale of the picture', () => {
  expect(paintSmallTree([{ ...job, weight: 13 }], { extent: 39 })).toContain('width="33.3333%"');
});

test('a tree without weight draws nothing', () => {
  expect(paintSmallTree([{ ...job, weight: 0 }], { extent: 39 })).toBe('');
});
