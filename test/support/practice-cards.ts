import fc from 'fast-check';
import type { QuestionCard } from '../../src/lib/practice/index.ts';
import { questionKinds, skillIds } from '../../src/lib/quiz/index.ts';

/** A card with what a test does not care about filled in. */
export function cardOf(id: string, fields: Partial<QuestionCard> = {}): QuestionCard {
  return {
    id,
    version: 1,
    kind: 'choice',
    lesson: '1-1-overview',
    skills: ['read-width'],
    level: 1,
    seconds: 60,
    title: id,
    ...fields,
  };
}

export const anyCards = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    skills: fc.uniqueArray(fc.constantFrom(...skillIds), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...questionKinds),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    seconds: fc.integer({ min: 5, max: 600 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
