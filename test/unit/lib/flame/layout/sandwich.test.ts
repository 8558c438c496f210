import { describe, expect, test } from 'vitest';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { rowAtPoint } from '../../../../../src/lib/flame/layout/hit-test.ts';
import { layOutSandwich } from '../../../../../src/lib/flame/layout/sandwich.ts';
import { siblingPlaces } from '../../../../../src/lib/flame/layout/sibling-places.ts';
import { topOfDepth } from '../../../../../src/lib/flame/layout/viewport.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import { callersAndCallees } from '../../../../../src/lib/flame/tree/callers-and-callees.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const profile = profileOf('main;a;f;x 3\nmain;b;f;y 2\nother;f 1\nmain 9');

function sandwichOf(name: string) {
  return layOutSandwich(callersAndCallees(profile, name, { order: 'weight' }));
}

describe('a sandwich', () => {
  const { tree, layout, callersRoot } = sandwichOf('f');
  const viewport = wholeViewport(layout, { widthPx: 60, rowHeightPx: 10, rootOnTop: true });
  const boxes = cullBoxes(layout, viewport, 0);
  const drawn = Array.from({ length: boxes.count }, (_, i) => {
    const row = boxes.row[i] ?? 0;
    const top = topOfDepth(layout, viewport, boxes.depth[i] ?? 0);
    return `${tree.nameOf(row)} ${top} ${boxes.x0[i]}-${boxes.x1[i]}`;
  });

  test('has the callers above the function and the callees below, all on its own scale', () => {
    expect(drawn).toEqual([
      'f 20 0-60',
      'x 30 10-40',
      'y 30 40-60',
      'a 10 0-30',
      'main 0 0-30',
      'b 10 30-50',
      'main 0 30-50',
      'other 10 50-60',
    ]);
  });

  test('draws the function once, though both halves hold it', () => {
    expect(drawn.filter((line) => line.startsWith('f '))).toHaveLength(1);
    expect(tree.nameOf(callersRoot)).toBe('f');
  });

  test('has the function without a sibling, and each half among its own', () => {
    const placeOf = siblingPlaces(layout);
    const places = Array.from({ length: tree.size }, (_, row) => {
      const { position, siblings } = placeOf(row);
      return `${tree.nameOf(row)} ${position}/${siblings}`;
    });
    places.splice(callersRoot, 1); // is not drawn
    expect(places).toEqual([
      'f 1/1',
      'x 1/2',
      'y 2/2',
      'a 1/3',
      'main 1/1',
      'b 2/3',
      'main 1/1',
      'other 3/3',
    ]);
  });

  test('says of the function and its callees what ran, and of callers that they waited', () => {
    const self = Array.from(
      { length: tree.size },
      (_, row) => `${tree.nameOf(row)} ${tree.self[row]}`,
    );
    expect(self).toEqual(['f 1', 'x 3', 'y 2', 'f 1', 'a 0', 'main 0', 'b 0', 'main 0', 'other 0']);
  });

  test('is found under the pointer on either side', () => {
    const nameAt = (x: number, y: number) => {
      const row = rowAtPoint(layout, viewport, x, y);
      return row === undefined ? undefined : tree.nameOf(row);
    };
    expect([nameAt(5, 5), nameAt(35, 15), nameAt(55, 15), nameAt(5, 25), nameAt(45, 35)]).toEqual([
      'main',
      'b',
      'other',
      'f',
      'y',
    ]);
    expect(nameAt(5, 35)).toBeUndefined();
  });
});

test('callers are drawn when the function is scrolled away', () => {
  const { tree, layout } = layOutSandwich(
    callersAndCallees(profileOf('a;b;c;d;f;x;y;z 3'), 'f', { order: 'weight' }),
  );
  const whole = wholeViewport(layout, { widthPx: 60, rowHeightPx: 10, rootOnTop: true });
  const namesAt = (scrollPx: number) => {
    const { row, count } = cullBoxes(layout, { ...whole, scrollPx, heightPx: 20 }, 0);
    return [...row.subarray(0, count)].map((each) => tree.nameOf(each));
  };
  expect([namesAt(0), namesAt(20), namesAt(60)]).toEqual([
    ['b', 'a'],
    ['d', 'c'],
    ['y', 'z'],
  ]);
});

test('a function that the profile does not hold gives an empty picture, not an error', () => {
  const { layout } = sandwichOf('nowhere');
  const viewport = wholeViewport(layout, { widthPx: 60, rowHeightPx: 10, rootOnTop: true });
  expect(cullBoxes(layout, viewport, 0).count).toBe(0);
});
