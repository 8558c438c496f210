import { expect, it } from 'vitest';
import { findTermUses } from '../../../../src/lib/site/term-uses.ts';

it('a term knows the lessons that link it, in order, each once', () => {
  const uses = findTermUses([
    { id: 'first', body: 'A <Term id="frame">frame</Term> and a <Term id="frame" />.' },
    { id: 'second', body: '<Term id="leaf" />, then a <Term id="frame" />' },
  ]);
  const idsOf = (term: string) => uses.get(term)?.map(({ id }) => id);
  expect(idsOf('frame')).toEqual(['first', 'second']);
  expect(idsOf('leaf')).toEqual(['second']);
  expect(idsOf('stack')).toBeUndefined();
});
