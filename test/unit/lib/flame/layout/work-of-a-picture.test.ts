import { describe, expect, test } from 'vitest';
import { BoxColumns } from '../../../../../src/lib/flame/layout/box-columns.ts';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { layoutOfTree, levelsOf } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import type { FlameLayout } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import { Outline } from '../../../../../src/lib/flame/layout/outline.ts';
import { rowAtPoint } from '../../../../../src/lib/flame/layout/hit-test.ts';
import { windowOfRow } from '../../../../../src/lib/flame/layout/viewport.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import { ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';

/*
 * Viewers that keep what they have once drawn grow slower with each zoom, and viewers that ask each
 * node whether it is under the pointer stand still when it moves: a picture's work is that of its
 * pixels.
 */

const widthPx = 300;

/** Stacks of ten levels: at each, every caller has some callees. */
function layoutOf(stacks: number): FlameLayout {
  const builder = new ProfileBuilder();
  for (let i = 0; i < stacks; i++) {
    const names = Array.from({ length: 10 }, (_, depth) => `f${i % 3 ** depth}`);
    builder.sample(builder.stackOfNames([...names, `leaf${i}`]), 1 + (i % 7));
  }
  return layoutOfTree(buildCallTree(builder.build('wide', 'samples')));
}

/** The same layout, whose columns count how often they are read. */
function counted(layout: FlameLayout): { layout: FlameLayout; reads: () => number } {
  let reads = 0;
  const watch = <T extends object>(column: T): T =>
    new Proxy(column, {
      get(target, key) {
        if (typeof key === 'string' && /^\d/.test(key)) reads++;
        return Reflect.get(target, key, target) as unknown;
      },
    });
  const { start, width, depth, parent, end } = layout;
  const columns = {
    start: watch(start),
    width: watch(width),
    depth: watch(depth),
    parent: watch(parent),
    end: watch(end),
  };
  return { layout: { ...layout, ...columns }, reads: () => reads };
}

function viewportOf(layout: FlameLayout, row = -1) {
  const [left, right] = windowOfRow(layout, row);
  const whole = wholeViewport(layout, { widthPx, rowHeightPx: 20, rootOnTop: true });
  return { ...whole, left, right };
}

describe('the work of a picture', () => {
  const large = layoutOf(60_000);

  test('leaves no more boxes after a hundred zooms than the window has room for', () => {
    expect(large.size).toBeGreaterThan(80_000);
    const boxes = new BoxColumns();
    const outline = new Outline(large);
    const room = (widthPx + 1) * levelsOf(large);
    for (let i = 0; i < 100; i++) {
      const row = Math.floor((i * large.size) / 100);
      cullBoxes(large, viewportOf(large, row), 1, boxes, outline);
      expect(boxes.count + boxes.thinCount).toBeLessThanOrEqual(room);
      expect(outline.count).toBeLessThanOrEqual(room);
    }
    const once = cullBoxes(large, viewportOf(large), 1);
    cullBoxes(large, viewportOf(large), 1, boxes, outline);
    expect([boxes.count, boxes.thinCount]).toEqual([once.count, once.thinCount]);
    expect(boxes.row.length).toBeLessThan(4 * room);
  });

  test('does not look at what is thinner than a pixel, one by one', () => {
    const readsFor = (layout: FlameLayout) => {
      const watched = counted(layout);
      cullBoxes(watched.layout, viewportOf(layout), 1);
      return watched.reads();
    };
    const [few, many] = [layoutOf(6000), large].map(readsFor);
    expect(many).toBeLessThan(large.size / 2);
    expect(many).toBeLessThan(3 * few!); // there are two
  });

  test('finds the frame under the pointer in some tens of steps', () => {
    const watched = counted(large);
    const viewport = viewportOf(large);
    const points = 200;
    let found = 0;
    for (let i = 0; i < points; i++) {
      const [x, y] = [(i * 37) % widthPx, (i * 13) % (levelsOf(large) * 20)];
      if (rowAtPoint(watched.layout, viewport, x, y) !== undefined) found++;
    }
    expect(found).toBeGreaterThan(points / 2);
    expect(watched.reads() / points).toBeLessThan(100);
  });
});
