import { describe, expect, test } from 'vitest';
import {
  colorByChange,
  colorByGroup,
  colorByName,
  colorBySelf,
} from '../../../../../src/lib/flame/color/color-modes.ts';
import { colorByKind } from '../../../../../src/lib/flame/color/color-scheme.ts';
import type { ColorScheme } from '../../../../../src/lib/flame/color/color-scheme.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const tree = buildCallTree(profileOf('main;a;b 6\nmain;c;b 3\nmain 1'));

function classesOf(scheme: ColorScheme): Record<string, string | undefined> {
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  return Object.fromEntries(
    rows.map((row) => [tree.nameOf(row), scheme.classes[scheme.classOf(row)]]),
  );
}

test('by kind, a frame has the class of its kind; a kind nobody knows the first', () => {
  const kinds = ['unknown', 'kernel', 'library'];
  const names = tree.frames.names;
  const kindOf = (frame: number) => ({ b: 'kernel', a: 'library' })[names[frame] ?? ''] ?? 'odd';
  expect(classesOf(colorByKind(tree, kinds, kindOf))).toEqual({
    main: 'kind-unknown',
    a: 'kind-library',
    b: 'kind-kernel',
    c: 'kind-unknown',
  });
});

test('by name, equal names have equal hues wherever they stand', () => {
  const scheme = colorByName(tree);
  const rowsOfB = [2, 4];
  expect(rowsOfB.map((row) => tree.nameOf(row))).toEqual(['b', 'b']);
  expect(scheme.classOf(2)).toBe(scheme.classOf(4));
});

test('by group, the heaviest have a hue of their own and the rest is neutral', () => {
  const groupOf = (frame: number) => `lib-${tree.frames.names[frame]}`;
  expect(classesOf(colorByGroup(tree, ['lib-b', 'lib-a'], groupOf))).toEqual({
    b: 'hue-0',
    a: 'hue-1',
    c: 'kind-unknown',
    main: 'kind-unknown',
  });
});

test('by self weight, the hottest frame is hottest and a frame without any is cold', () => {
  const scheme = colorBySelf(tree);
  expect([0, 1, 2].map((row) => scheme.classes[scheme.classOf(row)])).toEqual([
    'heat-1',
    'heat-0',
    'heat-5',
  ]);
});

describe('by change', () => {
  test('less and more stand on either side of no change, in steps', () => {
    const scheme = colorByChange((row) => [-0.2, -0.01, 0.001, 0.02, 0.5][row] ?? 0);
    expect([0, 1, 2, 3, 4].map((row) => scheme.classes[scheme.classOf(row)])).toEqual([
      'less-2',
      'less-1',
      'same',
      'more-1',
      'more-2',
    ]);
  });
});
