import { expect, it } from 'vitest';
import { NameIndex } from '../../../../../src/lib/flame/model/name-index.ts';

function indexOf(given: readonly string[]): NameIndex {
  const names: string[] = [];
  const index = new NameIndex(names);
  for (const name of given) {
    expect(index.find(name)).toBeUndefined();
    index.add(names.push(name) - 1);
  }
  return index;
}

/** Numbers of one length, between so much that only a few characters of the name are theirs. */
function namesWithNumbers(count: number, before: string, behind: string): string[] {
  return Array.from({ length: count }, (_, i) => before + String(i).padStart(6, '0') + behind);
}

it('finds every name, and no other, while it grows', () => {
  const names = ['', 'a', 'b', 'ab', 'abc', '火', ...namesWithNumbers(5000, 'main::f', '')];
  const index = indexOf(names);
  names.forEach((name, at) => expect(index.find(name)).toBe(at));
  expect(index.find('main::f')).toBeUndefined();
});

it('finds names that differ in any place, however many look the same', () => {
  for (let place = 0; place <= 40; place += 4) {
    const names = namesWithNumbers(2000, 'x'.repeat(place), 'x'.repeat(40 - place));
    const index = indexOf(names);
    names.forEach((name, at) => expect(index.find(name)).toBe(at));
    expect(index.find('x'.repeat(46))).toBeUndefined();
  }
});
