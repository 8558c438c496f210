import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCallTree, diffProfiles, findNode, plainOf } from '../../../../src/lib/flame/index.ts';
import { compareProfiles, reportMarkdown, sayReading } from '../../../../src/lib/lab/index.ts';
import { anyProfile } from '../../../support/any-profile.ts';
import { statementsOf } from './said-lines.ts';

const noNonsense = /undefined|NaN|Infinity|\[object/;

test('whatever the stacks, a reading has unique ids, evidence that is there, and no nonsense', () => {
  fc.assert(
    fc.property(anyProfile, fc.constantFrom('en' as const, 'zh' as const), (profile, locale) => {
      const said = sayReading(profile, locale);
      const tree = buildCallTree(profile);
      const statements = statementsOf(said);
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
      for (const { text, evidence } of statements) {
        expect(plainOf(text)).not.toMatch(noNonsense);
        expect(evidence.rows.every((row) => row >= 0 && row < tree.size)).toBe(true);
      }
      expect(reportMarkdown({ reading: said }, locale)).not.toMatch(noNonsense);
    }),
    { numRuns: 150 },
  );
});

test('whatever two are compared, what is said can be seen in their difference', () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (before, after) => {
      const said = compareProfiles(before, after, 'en');
      if (!said.isComparable) return;
      const tree = diffProfiles(before, after, { normalize: said.normalize });
      for (const { text, evidence } of statementsOf(said)) {
        expect(plainOf(text)).not.toMatch(noNonsense);
        for (const expression of [evidence.view.highlight ?? []].flat()) {
          expect(evidence.rows).toContain(findNode(tree, expression));
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('swapping the two turns every change around and leaves its judgement', () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (one, two) => {
      const judged = (before: typeof one, after: typeof one, sign: 1 | -1) =>
        new Map(
          compareProfiles(before, after, 'en')
            .sections.filter(({ id }) => id === 'self-changes')
            .flatMap(({ statements }) => statements)
            .map(({ id, change, judgement }) => [
              id,
              `${judgement ?? ''} ${(sign * (change?.difference ?? 0)).toFixed(9)}`,
            ]),
        );
      const there = judged(one, two, 1);
      for (const [id, back] of judged(two, one, -1)) {
        // Of equal changes another may be the tenth.
        if (there.has(id)) expect(there.get(id)).toBe(back);
      }
    }),
    { numRuns: 150 },
  );
});
