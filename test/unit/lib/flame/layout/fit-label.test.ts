import { expect, test } from 'vitest';
import { fitLabel } from '../../../../../src/lib/flame/layout/fit-label.ts';

const measure = (text: string) => [...text].length * 10;
const wordings = ['lib`Type<T>::method', 'Type::method', 'method'];

test('the fullest wording that fits is taken before any is cut', () => {
  expect(fitLabel(wordings, 300, measure)).toBe('lib`Type<T>::method');
  expect(fitLabel(wordings, 150, measure)).toBe('Type::method');
  expect(fitLabel(wordings, 60, measure)).toBe('method');
});

test('the shortest is cut at its end where none fits', () => {
  expect(fitLabel(wordings, 50, measure)).toBe('meth…');
});

test('where not even a few letters fit, there is no label', () => {
  expect(fitLabel(wordings, 30, measure)).toBe('');
  expect(fitLabel([], 300, measure)).toBe('');
});

test('a character outside the basic plane is not cut in half', () => {
  expect(fitLabel(['𝒜𝒷𝒸𝒹𝑒𝒻'], 50, measure)).toBe('𝒜𝒷𝒸𝒹…');
  // There would be room for half of the next one.
  expect(fitLabel(['ab𝒜𝒷𝒸𝒹'], 60, (text) => text.length * 10)).toBe('ab𝒜…');
});
