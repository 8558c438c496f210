import { describe, expect, test } from 'vitest';
import {
  diffProfiles,
  factsOf,
  functionChanges,
  planScene,
  searchFrames,
} from '../../../../../src/lib/flame/index.ts';
import { exportSvg } from '../../../../../src/lib/flame/paint/export-svg.ts';
import type { DiffTree } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const before = profileOf('main;a 22\nmain;b 28');
const after = profileOf('main;a 15\nmain;c 35');

/** `name before→after status`, indented by depth. */
function changeText(tree: DiffTree): string {
  return Array.from(tree.frame, (_, row) => {
    const indent = '  '.repeat(tree.depth[row] ?? 0);
    const weights = `${tree.before.total(row)}→${tree.after.total(row)}`;
    return `${indent}${tree.nameOf(row)} ${weights} ${tree.statusOf(row)}`;
  }).join('\n');
}

describe('two profiles as one tree', () => {
  test('keeps what appeared and what vanished', () => {
    expect(changeText(diffProfiles(before, after, { normalize: 'none' }))).toBe(
      ['main 50→50 common', '  a 22→15 common', '  b 28→0 vanished', '  c 0→35 appeared'].join(
        '\n',
      ),
    );
  });

  test('knows the change of self and total', () => {
    const tree = diffProfiles(profileOf('m;a 4'), profileOf('m;a 5\nm 2'), { normalize: 'none' });
    expect([tree.selfChange[0], tree.totalChange[0], tree.selfChange[1]]).toEqual([2, 3, 1]);
  });

  test('gives vanished frames room: widths are the larger self weight, and the children', () => {
    const tree = diffProfiles(before, after, { normalize: 'none' });
    expect(Array.from(tree.total)).toEqual([85, 22, 28, 35]);
    expect(Array.from(tree.start)).toEqual([0, 0, 22, 50]);
  });

  test('or has the widths of one side, as flamegraph.pl draws the second', () => {
    const tree = diffProfiles(before, after, { normalize: 'none', width: 'after' });
    expect(Array.from(tree.total)).toEqual([50, 15, 0, 35]);
    expect(tree.totalWeight).toBe(50);
  });

  test('normalised, a program that runs twice as long has not grown', () => {
    const tree = diffProfiles(profileOf('m;a 3\nm;b 1'), profileOf('m;a 6\nm;b 2'), {
      normalize: 'total',
    });
    expect(Array.from(tree.totalChange)).toEqual([0, 0, 0]);
    expect([tree.scale, tree.before.weight]).toEqual([2, 8]);
  });

  test('scaled to fractions, it is laid out in whole steps; what is said of it is in weights', () => {
    const tree = diffProfiles(profileOf('m;a 1\nm;b 2'), profileOf('m;a 1\nm;b 1'), {
      normalize: 'total',
    });
    expect(tree.total).toBeInstanceOf(Uint32Array);
    expect(tree.totalWeight).toBeCloseTo(7 / 3, 8); // 1 of `a`, 4/3 of `b`
    const [all, a, b] = [factsOf(tree, -1), factsOf(tree, 1), factsOf(tree, 2)];
    expect([all.total, a.total, b.total].map((total) => total.toFixed(6))).toEqual([
      '2.333333',
      '1.000000',
      '1.333333',
    ]);
    expect(all.self).toBe(0);
    expect(b.self).toBe(b.total);
    expect(b.share).toBeCloseTo(4 / 7, 8);
    expect(b.shareOfParent).toBeCloseTo(4 / 7, 8);
    const found = searchFrames(tree, 'b');
    expect(found.share).toBeCloseTo(4 / 7, 8);
    expect(found.matchedWeight).toBe(b.total);
    expect(searchFrames(tree, 'b', { base: 0 }).share).toBeCloseTo(4 / 7, 8);
    const { boxes, extent } = planScene(tree);
    expect(boxes.map(({ weight }) => weight / extent)).toEqual(
      [all, factsOf(tree, 0), a, b].map(({ share }) => share),
    );
    const [held] = planScene(tree, { widthPx: 2, thinnestPx: 1.5 }).boxes.filter(
      (box) => box.held > 1,
    );
    expect(held?.title).toMatch(/^2 frames too thin to draw, together 100%/);
    const color = { light: 'white', dark: 'black' };
    const palette = { paper: color, ink: color, label: color, classes: {} };
    const svg = exportSvg(planScene(tree), { palette, title: 'a comparison' });
    expect(svg).toMatch(/<title>b \(1\.3333333\d* samples, 57\.14%\)<\/title>/);
    expect(boxes.at(-1)?.marks).toEqual(['noise']); // as one and a third of a sample is
  });

  test('not normalised, it has', () => {
    const tree = diffProfiles(profileOf('m;a 3'), profileOf('m;a 6'), { normalize: 'none' });
    expect(tree.totalChange[0]).toBe(3);
  });

  test('a fixed cost seems to grow where the rest shrank: that is what normalising does', () => {
    const tree = diffProfiles(profileOf('fixed 10\nrest 90'), profileOf('fixed 10\nrest 30'), {
      normalize: 'total',
    });
    const fixed = Array.from(tree.frame).findIndex((_, row) => tree.nameOf(row) === 'fixed');
    expect(tree.totalChange[fixed]).toBe(6);
  });

  test('an empty side is all appeared, or all vanished', () => {
    const none = profileOf('');
    expect(changeText(diffProfiles(none, profileOf('a 1'), { normalize: 'total' }))).toBe(
      'a 0→1 appeared',
    );
    expect(changeText(diffProfiles(profileOf('a 1'), none, { normalize: 'total' }))).toBe(
      'a 0→0 vanished',
    );
  });

  test('a frame of no weight is still there, and has not vanished', () => {
    const tree = diffProfiles(profileOf('a 2'), profileOf('a 0\nb 2'), { normalize: 'none' });
    expect(tree.statusOf(0)).toBe('common');
  });
});

describe('significance of a change', () => {
  test('22 of 50 to 15 of 50 is what chance gives one time in seven', () => {
    const tree = diffProfiles(before, after, { normalize: 'none' });
    const result = tree.significanceOf(1);
    expect(result?.difference).toBeCloseTo(-0.14, 10);
    expect(result?.p).toBeCloseTo(0.147, 3);
  });

  test('rests on the counts as recorded, normalised or not', () => {
    const twice = profileOf('main;a 30\nmain;c 70');
    const scaled = diffProfiles(before, twice, { normalize: 'total' }).significanceOf(1);
    const raw = diffProfiles(before, twice, { normalize: 'none' }).significanceOf(1);
    expect(scaled?.p).toBeCloseTo(raw?.p ?? -1, 12);
  });

  test('bytes and nanoseconds have none: they are no count of independent samples', () => {
    const bytes = profileOf('a 1000', { unit: 'bytes' });
    expect(diffProfiles(bytes, bytes, { normalize: 'none' }).significanceOf(0)).toBeUndefined();
  });
});

describe('changes of functions', () => {
  test('the largest change of self stands first', () => {
    expect(
      functionChanges(before, after, { normalize: 'none' }).map(
        ({ name, selfChange, totalChange, status }) => [name, selfChange, totalChange, status],
      ),
    ).toEqual([
      ['c', 35, 35, 'appeared'],
      ['b', -28, -28, 'vanished'],
      ['a', -7, -7, 'common'],
      ['main', 0, 0, 'common'],
    ]);
  });

  test('recursion is counted once on either side', () => {
    const [fib] = functionChanges(profileOf('fib;fib 2'), profileOf('fib;fib;fib 5'), {
      normalize: 'none',
    });
    expect(fib?.totalChange).toBe(3);
  });
});
