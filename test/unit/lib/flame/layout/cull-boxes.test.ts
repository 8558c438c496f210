import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { BoxColumns } from '../../../../../src/lib/flame/layout/box-columns.ts';
import { layOutSandwich } from '../../../../../src/lib/flame/layout/sandwich.ts';
import { layoutOfTree, levelsOf } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import type { FlameLayout } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import { Outline } from '../../../../../src/lib/flame/layout/outline.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import type { Viewport } from '../../../../../src/lib/flame/layout/viewport.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { callersAndCallees } from '../../../../../src/lib/flame/tree/callers-and-callees.ts';
import { profileOf } from '../../../../support/profile-of.ts';

function treeOf(drawing: string) {
  return buildCallTree(profileOf(drawing));
}

function viewportOf(layout: FlameLayout, change: Partial<Viewport> = {}): Viewport {
  const whole = wholeViewport(layout, { widthPx: 100, rowHeightPx: 10, rootOnTop: true });
  return { ...whole, ...change };
}

/** Spires as `pixel: level to level`. */
function spires({ count, x, depth, height }: Outline): string[] {
  return Array.from({ length: count }, (_, i) => {
    const from = depth[i] ?? NaN;
    return `${x[i]}: ${from} to ${from + (height[i] ?? NaN) - 1}`;
  });
}

/** Boxes as `name from-to`, aggregates as `+frames from-to`, level by level. */
function picture(tree: ReturnType<typeof treeOf>, columns: BoxColumns): string[] {
  const lines: string[] = [];
  for (let i = 0; i < columns.count; i++) {
    const name = columns.row[i] === -1 ? 'all' : tree.nameOf(columns.row[i] ?? 0);
    lines.push(`${name} ${columns.x0[i]}-${columns.x1[i]}`);
  }
  for (let i = 0; i < columns.thinCount; i++) {
    lines.push(`+${columns.thinHeld[i]} ${columns.thinX0[i]}-${columns.thinX1[i]}`);
  }
  return lines;
}

describe('the boxes of a picture', () => {
  const tree = treeOf(`
    main;a;x 30
    main;b   50
    other    20
  `);
  const layout = layoutOfTree(tree);

  test('are all frames and the row for everything', () => {
    expect(picture(tree, cullBoxes(layout, viewportOf(layout), 0))).toEqual([
      'all 0-100',
      'main 0-80',
      'a 0-30',
      'x 0-30',
      'b 30-80',
      'other 80-100',
    ]);
  });

  test('zoomed to a frame are that frame, its callers and what it calls, cut off at the edges', () => {
    const columns = cullBoxes(layout, viewportOf(layout, { left: 30, right: 80 }), 0);
    expect(picture(tree, columns)).toEqual(['all 0-100', 'main 0-100', 'b 0-100']);
  });

  test('leave out the levels that are scrolled away', () => {
    const columns = cullBoxes(layout, viewportOf(layout, { scrollPx: 20, heightPx: 10 }), 0);
    expect(picture(tree, columns)).toEqual(['a 0-30', 'b 30-80']);
  });

  test('count the levels from the bottom where the root is there', () => {
    const change = { rootOnTop: false, scrollPx: 0, heightPx: 10 };
    expect(picture(tree, cullBoxes(layout, viewportOf(layout, change), 0))).toEqual(['x 0-30']);
  });
});

describe('frames thinner than a pixel', () => {
  test('become an aggregate that says how many it holds, with all that they call', () => {
    const tree = treeOf(`
      main;a;x;y 1
      main;b     2
      main;c   997
    `);
    const layout = layoutOfTree(tree);
    const outline = new Outline(layout);
    const columns = cullBoxes(layout, viewportOf(layout), 1, new BoxColumns(), outline);
    expect(picture(tree, columns)).toEqual([
      'all 0-100',
      'main 0-100',
      `c ${columns.x0[2]}-100`,
      `+4 0-${columns.thinX1[0]}`,
    ]);
    expect(columns.thinX1[0]).toBeCloseTo(0.3);
    expect(columns.thinWeight[0]).toBe(3);
    expect(spires(outline)).toEqual(['0: 1 to 3']);
  });

  test('rise once in a pixel, from whatever levels they come', () => {
    const tree = treeOf(`
      main;a;x;y;z   3
      main;p         6
      main;p;q;k     6
      main;w       985
    `);
    const layout = layoutOfTree(tree);
    const outline = new Outline(layout);
    const columns = cullBoxes(layout, viewportOf(layout), 1, new BoxColumns(), outline);
    expect(columns.thinCount).toBe(2);
    expect(spires(outline)).toEqual(['0: 1 to 4']); // `q` stands within what `a` calls
  });

  test('that call rise away from what they call', () => {
    const callers = callersAndCallees(profileOf('a;b;c;f 1\nz;f 999'), 'f');
    const { layout } = layOutSandwich(callers);
    const outline = new Outline(layout);
    cullBoxes(layout, viewportOf(layout), 1, new BoxColumns(), outline);
    expect(spires(outline)).toEqual(['0: -3 to -1']);
  });

  test('rise into the picture from levels above it, and end at its foot', () => {
    const layout = layoutOfTree(treeOf('main;a;b;c;d;e;f 1\nmain;z 999'));
    const scrolled = viewportOf(layout, { scrollPx: 40, heightPx: 20 });
    const outline = new Outline(layout);
    const columns = cullBoxes(layout, scrolled, 1, new BoxColumns(), outline);
    expect([columns.count, columns.thinCount]).toEqual([0, 0]);
    expect(spires(outline)).toEqual(['0: 3 to 4']);
  });

  test('rise as high as the highest of a crowd', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => `main;a${10 + i} 1`);
    crowd[40] = 'main;a50;b;c;d 1';
    const layout = layoutOfTree(treeOf([...crowd, 'main;z 99940'].join('\n')));
    const outline = new Outline(layout);
    cullBoxes(layout, viewportOf(layout), 1, new BoxColumns(), outline);
    expect(spires(outline)).toEqual(['0: 1 to 4']);
  });

  test('in a crowd of 100,000 siblings are passed by the pixel, and none is lost', () => {
    const size = 100_000;
    const tree = treeOf(
      Array.from({ length: size }, (_, i) => `main;f${String(i).padStart(6, '0')} 1`).join('\n'),
    );
    const layout = layoutOfTree(tree);
    let reads = 0;
    const start = new Proxy(layout.start, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const columns = cullBoxes({ ...layout, start }, viewportOf(layout), 1);
    expect(columns.thinCount).toBe(1);
    expect(columns.thinHeld[0]).toBe(size);
    expect(reads).toBeLessThan(size / 3);
  });

  test('do not hide a wide frame that begins in the same pixel as a crowd of them', () => {
    const thin = Array.from({ length: 40 }, (_, i) => `main;a${String(i).padStart(2, '0')} 1`);
    const tree = treeOf([...thin, 'main;z 99960'].join('\n'));
    const layout = layoutOfTree(tree);
    const columns = cullBoxes(layout, viewportOf(layout), 1);
    const names = [...columns.row.slice(1, columns.count)].map((row) => tree.nameOf(row));
    expect(names).toEqual(['main', 'z']);
    expect(columns.thinHeld[0]).toBe(40);
  });
});

test('in any tree and window every frame in sight is a box or held by an aggregate', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const stack = fc.array(name, { minLength: 1, maxLength: 7 });
  const weight = fc.constantFrom(1, 2, 50, 1000);
  const lines = fc.array(fc.tuple(stack, weight), { minLength: 1, maxLength: 40 });
  const property = fc.property(lines, fc.nat(99), fc.nat(99), (stacks, first, second) => {
    const tree = treeOf(stacks.map(([frames, w]) => `${frames.join(';')} ${w}`).join('\n'));
    const layout = layoutOfTree(tree);
    const left = (Math.min(first, second) / 100) * layout.extent;
    const right = ((Math.max(first, second) + 1) / 100) * layout.extent;
    const columns = cullBoxes(layout, viewportOf(layout, { left, right }), 1);
    const drawn = new Set(columns.row.slice(0, columns.count));
    let held = 0;
    for (let i = 0; i < columns.thinCount; i++) held += columns.thinHeld[i] ?? 0;
    let inSight = 0;
    for (let row = 0; row < tree.size; row++) {
      const from = Math.max(layout.start[row] ?? 0, left);
      const to = Math.min((layout.start[row] ?? 0) + (layout.width[row] ?? 0), right);
      if (to <= from) continue;
      inSight++;
      // What is a pixel wide is a box of its own.
      if ((to - from) * (100 / (right - left)) >= 1.001) expect(drawn).toContain(row);
    }
    expect(columns.count - 1 + held).toBeGreaterThanOrEqual(inSight);
  });
  fc.assert(property, { seed: 4, numRuns: 300 });
});

test('on any screen, what is a pixel of it wide is a box of its own', () => {
  const stack = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
    minLength: 1,
    maxLength: 4,
  });
  const weight = fc.constantFrom(1, 2, 5, 9, 700);
  const lines = fc.array(fc.tuple(stack, weight), { minLength: 1, maxLength: 60 });
  const screen = fc.constantFrom(1, 1.25, 1.5, 2, 3);
  const property = fc.property(lines, screen, (stacks, scale) => {
    const tree = treeOf(stacks.map(([frames, w]) => `${frames.join(';')} ${w}`).join('\n'));
    const layout = layoutOfTree(tree);
    const columns = cullBoxes(layout, viewportOf(layout), 1 / scale);
    const wide: number[] = [];
    for (let row = 0; row < tree.size; row++) {
      if (((layout.width[row] ?? 0) / layout.extent) * 100 >= 1 / scale) wide.push(row);
    }
    expect([...columns.row.slice(1, columns.count)]).toEqual(wide);
  });
  fc.assert(property, { seed: 6, numRuns: 500 });
});

test('in any tree, window and scroll position the outline is what a look at each thin frame gives', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const stack = fc.array(name, { minLength: 1, maxLength: 8 });
  const weight = fc.constantFrom(1, 2, 50, 1000);
  const lines = fc.array(fc.tuple(stack, weight), { minLength: 1, maxLength: 60 });
  const windows = fc.record({ first: fc.nat(99), second: fc.nat(99), scroll: fc.nat(8) });
  const property = fc.property(lines, windows, (stacks, { first, second, scroll }) => {
    const tree = treeOf(stacks.map(([frames, w]) => `${frames.join(';')} ${w}`).join('\n'));
    const layout = layoutOfTree(tree);
    const left = (Math.min(first, second) / 100) * layout.extent;
    const right = ((Math.max(first, second) + 1) / 100) * layout.extent;
    const viewport = viewportOf(layout, { left, right, scrollPx: scroll * 10, heightPx: 30 });
    const outline = new Outline(layout);
    cullBoxes(layout, viewport, 1, new BoxColumns(), outline);
    const found = new Set<string>();
    for (let i = 0; i < outline.count; i++) {
      for (let level = 0; level < outline.height[i]!; level++) {
        found.add(`${outline.x[i]} ${outline.depth[i]! + level}`);
      }
    }
    expect(found).toEqual(pixelsOfThin(layout, viewport));
  });
  fc.assert(property, { seed: 5, numRuns: 500 });
});

/** The pixels `x depth` in sight of frames below a pixel and what they call, one frame after the other. */
function pixelsOfThin(
  layout: FlameLayout,
  { left, right, widthPx, scrollPx }: Viewport,
): Set<string> {
  const pixels = new Set<string>();
  const scale = widthPx / (right - left);
  const first = scrollPx / 10 + layout.firstDepth;
  const isThin = (row: number) => {
    const from = layout.start[row]!;
    // What is cut off by the left edge is as wide as the part that is seen.
    const seen = from < left ? from + layout.width[row]! - left : layout.width[row]!;
    return seen * scale < 1;
  };
  for (let row = 0; row < layout.size; row++) {
    const [from, to] = [layout.start[row]!, layout.start[row]! + layout.width[row]!];
    if (to <= left || from >= right || !isThin(row)) continue;
    let base = row;
    while (layout.parent[base]! >= 0 && isThin(layout.parent[base]!)) base = layout.parent[base]!;
    const start = layout.start[base]!;
    const x = Math.floor((Math.max(start, left) - left) * scale);
    const depth = layout.depth[row]!;
    // Right of the left edge a subtree is one spire; across it each frame is met for itself.
    const isInSight = depth >= first && depth < first + 3 && depth <= layout.lastDepth;
    const own = Math.floor((Math.max(from, left) - left) * scale);
    if (isInSight) pixels.add(`${start < left ? own : x} ${depth}`);
  }
  return pixels;
}

test('a map of 44 pixels has every level of the picture, however many share a pixel', () => {
  for (const levels of [3, 60, 300, 2000]) {
    const deep = treeOf(`${Array.from({ length: levels }, (_, i) => `f${i}`).join(';')} 1`);
    const layout = layoutOfTree(deep);
    for (const rootOnTop of [true, false]) {
      const rowHeightPx = 44 / levelsOf(layout);
      const map = wholeViewport(layout, { widthPx: 100, rowHeightPx, rootOnTop });
      const outline = new Outline(layout);
      expect(cullBoxes(layout, map, 1, new BoxColumns(), outline).count).toBe(levels + 1);
    }
  }
});

test('a stack of 10,000 frames is drawn where it is scrolled to, and nowhere else', () => {
  const deep = treeOf(`${Array.from({ length: 10_000 }, (_, i) => `f${i}`).join(';')} 1`);
  const layout = layoutOfTree(deep);
  expect(levelsOf(layout)).toBe(10_001);
  const columns = cullBoxes(layout, viewportOf(layout, { scrollPx: 90_000, heightPx: 50 }), 0);
  expect(picture(deep, columns).map((line) => line.split(' ')[0])).toEqual([
    'f8999',
    'f9000',
    'f9001',
    'f9002',
    'f9003',
  ]);
});

test('an empty profile has one box, for everything', () => {
  const tree = buildCallTree(profileOf(' 5'));
  const layout = layoutOfTree(tree);
  expect(picture(tree, cullBoxes(layout, viewportOf(layout), 0))).toEqual(['all 0-100']);
});
