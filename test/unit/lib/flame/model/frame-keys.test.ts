import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames } from '../../../../../src/lib/flame/model/compare-names.ts';
import { rankFrames } from '../../../../../src/lib/flame/model/frame-keys.ts';

/** How a name goes on in the line of a folded file: with a callee, or with the weight. */
const goesOn = [';', ' '] as const;

function linesByRank(names: readonly string[]): string[] {
  const { keyOf, rank } = rankFrames({ length: names.length, names, details: [] }, 'name');
  return names
    .flatMap((name, i) =>
      goesOn.map((next, ends) => ({ text: name + next, place: rank[(keyOf[i] ?? 0) * 2 + ends] })),
    )
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map(({ text }) => text);
}

test('siblings rank as whole lines do where one name begins with another', () => {
  expect(linesByRank(['f', 'f::g', 'f 1', 'e'])).toEqual([
    'e ',
    'e;',
    'f ',
    'f 1 ',
    'f 1;',
    'f::g ',
    'f::g;',
    'f;',
  ]);
});

test('the rank of any names is the order of their lines', () => {
  const piece = fc.constantFrom('f', '::g', '<T>', ' ', '!', '{', '\u{1F525}', '\uFF01', '1');
  const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
      const lines = names.flatMap((each) => goesOn.map((next) => each + next));
      const texts = linesByRank(names);
      // Two lines can be one text: a name that ends in a space says no more than that.
      expect(texts).toEqual(lines.sort(compareNames));
    }),
  );
});
