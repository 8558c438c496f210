import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { layoutOfTree } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import { rowAtPoint, thinAtPoint } from '../../../../../src/lib/flame/layout/hit-test.ts';
import { topOfDepth } from '../../../../../src/lib/flame/layout/viewport.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const stacks = fc.array(
  fc.tuple(
    fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 40 }),
  ),
  { minLength: 1, maxLength: 20 },
);

test('the middle of every box is the row of that box, in both orientations', () => {
  const property = fc.property(stacks, fc.boolean(), (lines, rootOnTop) => {
    const drawing = lines.map(([names, weight]) => `${names.join(';')} ${weight}`).join('\n');
    const layout = layoutOfTree(buildCallTree(profileOf(drawing)));
    const viewport = wholeViewport(layout, { widthPx: 900, rowHeightPx: 20, rootOnTop });
    const boxes = cullBoxes(layout, viewport, 0);
    for (let i = 0; i < boxes.count; i++) {
      const x = ((boxes.x0[i] ?? 0) + (boxes.x1[i] ?? 0)) / 2;
      const y = topOfDepth(layout, viewport, boxes.depth[i] ?? 0) + 10;
      expect(rowAtPoint(layout, viewport, x, y)).toBe(boxes.row[i]);
    }
  });
  fc.assert(property, { seed: 4 });
});

test('beside, above and below the boxes there is no row', () => {
  const layout = layoutOfTree(buildCallTree(profileOf('main;a 10\nmain 10')));
  const viewport = wholeViewport(layout, { widthPx: 100, rowHeightPx: 20, rootOnTop: true });
  expect(rowAtPoint(layout, viewport, 50, 10)).toBe(-1);
  expect(rowAtPoint(layout, viewport, 10, 50)).toBeUndefined(); // main's own time, left of a
  expect(rowAtPoint(layout, viewport, 60, 50)).toBe(1);
  expect(rowAtPoint(layout, viewport, 60, 70)).toBeUndefined();
  expect(rowAtPoint(layout, viewport, 101, 30)).toBeUndefined();
});

test('an aggregate thinner than a pixel can be pointed at', () => {
  const layout = layoutOfTree(buildCallTree(profileOf('main;a 1\nmain;b 999')));
  const viewport = wholeViewport(layout, { widthPx: 100, rowHeightPx: 20, rootOnTop: true });
  const boxes = cullBoxes(layout, viewport, 1);
  expect(thinAtPoint(boxes, 1, 0.5)).toBe(0);
  expect(thinAtPoint(boxes, 1, 40)).toBeUndefined();
});
