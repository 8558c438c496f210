import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairTable } from '../../../../../src/lib/flame/model/pair-table.ts';

const someNumber = fc.oneof(
  fc.integer({ min: -1, max: 9 }),
  fc.integer({ min: -1, max: 2 ** 31 - 1 }),
);

it('numbers pairs as a map of their texts does, however few it was made for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(someNumber, someNumber), { maxLength: 600 }),
      fc.integer({ min: 0, max: 300 }),
      (pairs, expected) => {
        const table = new PairTable(expected);
        const byText = new Map<string, number>();
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`;
          if (!byText.has(key)) byText.set(key, byText.size);
          expect(table.numberOf(first, second)).toBe(byText.get(key));
        }
        expect(table.size).toBe(byText.size);
        const kept = Array.from(byText.keys(), (_, i) => `${table.first[i]} ${table.second[i]}`);
        expect(kept).toEqual([...byText.keys()]);
      },
    ),
  );
});
