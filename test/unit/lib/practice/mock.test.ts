import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mockReport,
  parseReportFragment,
  planMock,
  reportFragment,
  secondsOf,
} from '../../../../src/lib/practice/index.ts';
import type { MockResult, QuestionCard } from '../../../../src/lib/practice/index.ts';
import { anyCards, cardOf } from '../../../support/practice-cards.ts';

describe('a mock interview', () => {
  it('fits into its time, asks nothing twice, and nothing that is not wished for', () => {
    fc.assert(
      fc.property(anyCards, fc.constantFrom(5, 10, 30), fc.string(), (fields, minutes, seed) => {
        const cards = fields.map(({ id, ...rest }) => cardOf(id, rest));
        const plan = planMock(cards, { minutes, level: 2, lessons: [], seed });
        expect(secondsOf(plan)).toBeLessThanOrEqual(minutes * 60);
        expect(new Set(plan).size).toBe(plan.length);
        expect(plan.every(({ level, kind }) => level <= 2 && kind !== 'predict')).toBe(true);
        expect(planMock(cards, { minutes, level: 2, lessons: [], seed })).toEqual(plan);
      }),
      { seed: 3 },
    );
  });

  it('has answers in the reader’s own words where the bank has them', () => {
    const cards = [
      ...Array.from({ length: 20 }, (_, i) => cardOf(`c${i}`)),
      cardOf('o', { kind: 'open', seconds: 120 }),
    ];
    const plan = planMock(cards, { minutes: 10, level: 3, lessons: [], seed: 's' });
    expect(plan.some(({ kind }) => kind === 'open')).toBe(true);
  });
});

describe('the report of a mock interview', () => {
  const result = (
    id: string,
    fields: Partial<MockResult> & { card?: QuestionCard },
  ): MockResult => ({
    card: cardOf(id),
    outcome: 'right',
    earned: 1,
    of: 1,
    ms: 60_000,
    ...fields,
  });
  const report = mockReport([
    result('a', { confidence: 3, outcome: 'wrong', earned: 0, ms: 5000 }),
    result('b', { card: cardOf('b', { skills: ['tools'], lesson: '4-2-landscape' }) }),
    result('c', { card: cardOf('c', { skills: ['tools'] }), confidence: 1 }),
    result('d', { outcome: 'skipped', earned: 0, of: 1, ms: 0 }),
  ]);

  it('counts each question once, and skills from the weakest', () => {
    expect(report).toMatchObject({ earned: 2, of: 4 });
    expect(report.skills.map(({ skill }) => skill)).toEqual(['read-width', 'tools']);
  });

  it('notes what an interviewer would have noted', () => {
    expect(report.notes.map(({ code }) => code)).toEqual([
      'sure-and-wrong',
      'guessed-right',
      'skipped',
      'rushed',
      'strong-skill',
      'weak-skill',
    ]);
  });

  it('says what to read, the most missed first', () => {
    expect(report.lessons).toEqual(['1-1-overview']);
  });

  it('travels in a link', () => {
    const fragment = reportFragment(report, Date.UTC(2026, 7, 1));
    expect(parseReportFragment(`#${fragment}`)).toEqual({
      earned: 2,
      of: 4,
      minutes: 2,
      date: '2026-08-01',
      skills: report.skills,
    });
  });

  it.each(['', '#score=9/4&date=2026-08-01&minutes=2', '#score=x', '#skills=<img>:1:1'])(
    'does not read %j',
    (fragment) => {
      expect(parseReportFragment(fragment)).toBeUndefined();
    },
  );
});
