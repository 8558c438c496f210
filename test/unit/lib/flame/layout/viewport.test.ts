import { expect, test } from 'vitest';
import { layoutOfTree } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import {
  depthAt,
  slideWindow,
  topOfDepth,
  windowOfRow,
  zoomWindow,
} from '../../../../../src/lib/flame/layout/viewport.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const layout = layoutOfTree(buildCallTree(profileOf('a;b 4\na;c 6\nd 10')));

test('levels and pixel rows agree in both orientations', () => {
  for (const rootOnTop of [true, false]) {
    const viewport = wholeViewport(layout, { widthPx: 100, rowHeightPx: 20, rootOnTop });
    for (const depth of [-1, 0, 1]) {
      expect(depthAt(layout, viewport, topOfDepth(layout, viewport, depth) + 5)).toBe(depth);
    }
  }
});

test('zooming to a frame shows exactly its width; to nothing, everything', () => {
  expect(windowOfRow(layout, 2)).toEqual([4, 10]);
  expect(windowOfRow(layout, -1)).toEqual([0, 20]);
});

test('a frame of no weight cannot be zoomed to: everything is shown', () => {
  const empty = layoutOfTree(buildCallTree(profileOf('a 0\nb 5')));
  expect(windowOfRow(empty, 0)).toEqual([0, 5]);
});

test('free zoom keeps the point under the pointer where it is', () => {
  const [left, right] = zoomWindow({ left: 0, right: 20 }, 20, 5, 0.5, 0.01);
  expect([left, right]).toEqual([2.5, 12.5]);
  expect((5 - left) / (right - left)).toBe(0.25);
});

test('free zoom stops at the whole and at the narrowest window', () => {
  expect(zoomWindow({ left: 5, right: 10 }, 20, 7, 100, 0.01)).toEqual([0, 20]);
  const [left, right] = zoomWindow({ left: 5, right: 10 }, 20, 7, 1e-9, 1);
  expect(right - left).toBe(1);
});

// Viewers that draw by a graphics card keep edges as 32-bit floats, which have steps of 65,536 here.
test('a window far to the right can be as narrow as one near the root', () => {
  const far = 2 ** 40;
  expect(zoomWindow({ left: far, right: far + 8 }, 2 * far, far + 2, 0.5, 1)).toEqual([
    far + 1,
    far + 5,
  ]);
});

test('a window slid past an edge stops at it, with its width kept', () => {
  expect(slideWindow([-3, 5], 20)).toEqual([0, 8]);
  expect(slideWindow([18, 26], 20)).toEqual([12, 20]);
});
