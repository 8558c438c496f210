import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  answersByCard,
  calibrationOf,
  cardStateOf,
  dueNow,
  everything,
  gradeOf,
  interleave,
  nextStep,
  reviewSchedule,
  selectCards,
} from '../../../../src/lib/practice/index.ts';
import type { AnswerEvent } from '../../../../src/lib/progress/index.ts';
import { anyCards, cardOf } from '../../../support/practice-cards.ts';

const day = 24 * 60 * 60 * 1000;

function answerOf(question: string, fields: Partial<AnswerEvent> = {}): AnswerEvent {
  const outcome = fields.outcome ?? 'right';
  return {
    schema: 1,
    id: `${question}-${fields.at ?? 0}`,
    at: 0,
    type: 'answer',
    question,
    version: 1,
    attempt: { kind: 'choice', option: 'a' },
    outcome,
    earned: outcome === 'right' ? 1 : 0,
    of: 1,
    ms: 1000,
    hints: 0,
    mode: 'lesson',
    ...fields,
  };
}

describe('the state of a question', () => {
  it.each([
    [[], 'new'],
    [[answerOf('a', { outcome: 'wrong' })], 'missed'],
    [[answerOf('a', { outcome: 'partly' })], 'missed'],
    [[answerOf('a', { confidence: 1 })], 'unsure'],
    [[answerOf('a', { hints: 1 })], 'unsure'],
    [[answerOf('a', { outcome: 'wrong' }), answerOf('a', { at: 1, confidence: 3 })], 'known'],
  ])('%#: %s', (answers, state) => {
    expect(cardStateOf(answers)).toBe(state);
  });

  it('forgets answers to an older version, and predictions', () => {
    const answers = answersByCard(
      [cardOf('a', { version: 2 }), cardOf('b')],
      [answerOf('a'), answerOf('b', { outcome: 'noted' })],
    );
    expect(answers.size).toBe(0);
  });
});

describe('choosing what to practise', () => {
  const cards = [
    cardOf('a'),
    cardOf('b', { kind: 'open', level: 3, skills: ['tools', 'judgement'] }),
    cardOf('c', { kind: 'predict' }),
  ];
  const answers = new Map([['a', [answerOf('a', { outcome: 'wrong' })]]]);
  const ids = (filter: Partial<typeof everything>) =>
    selectCards(cards, { ...everything, ...filter }, answers).map(({ id }) => id);

  it('leaves predictions to the lessons', () => {
    expect(ids({})).toEqual(['a', 'b']);
  });

  it('filters by everything at once', () => {
    expect(ids({ states: ['missed'] })).toEqual(['a']);
    expect(ids({ skills: ['judgement'] })).toEqual(['b']);
    expect(ids({ levels: [3], kinds: ['choice'] })).toEqual([]);
  });
});

describe('interleaving', () => {
  it('keeps every card, and repeats itself for one seed', () => {
    fc.assert(
      fc.property(anyCards, fc.string(), (fields, seed) => {
        const cards = fields.map(({ id, ...rest }) => cardOf(id, rest));
        const order = interleave(cards, seed);
        expect(new Set(order)).toEqual(new Set(cards));
        expect(interleave(cards, seed)).toEqual(order);
      }),
      { seed: 11 },
    );
  });

  it('puts no two questions of one skill next to each other where it can be helped', () => {
    const skills = ['tools', 'verify', 'optimise'] as const;
    const cards = Array.from({ length: 15 }, (_, i) =>
      cardOf(`q${i}`, { skills: [skills[i % 3] ?? 'tools'] }),
    );
    const order = interleave(cards, 'x');
    const clashes = order.filter((card, i) => order[i - 1]?.skills[0] === card.skills[0]);
    expect(clashes).toEqual([]);
  });
});

describe('reviews', () => {
  const cards = [cardOf('a'), cardOf('b')];

  it('come sooner after a wrong answer than after a right one', () => {
    const answers = new Map([
      ['a', [answerOf('a', { outcome: 'wrong' })]],
      ['b', [answerOf('b', { confidence: 3 })]],
    ]);
    expect(reviewSchedule(cards, answers).map(({ card }) => card.id)).toEqual(['a', 'b']);
  });

  it.each([
    [{ outcome: 'wrong', confidence: 3 }, Rating.Again],
    [{ outcome: 'partly' }, Rating.Hard],
    [{ confidence: 1 }, Rating.Hard],
    [{ hints: 2 }, Rating.Hard],
    [{}, Rating.Good],
    [{ confidence: 3 }, Rating.Easy],
  ] as const)('%j is graded %d', (fields, grade) => {
    expect(gradeOf(answerOf('a', fields))).toBe(grade);
  });

  it('do not take a second try right after the first for memory', () => {
    const wrong = answerOf('a', { outcome: 'wrong' });
    const again = answerOf('a', { at: 60_000 });
    const schedule = (list: AnswerEvent[]) => reviewSchedule(cards, new Map([['a', list]]))[0]?.due;
    expect(schedule([wrong, again])).toBe(schedule([wrong]));
  });

  it('are never due later than 30 % of the way to the interview', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            gap: fc.integer({ min: day / 2, max: 90 * day }),
            outcome: fc.constantFrom('right' as const, 'partly' as const, 'wrong' as const),
            confidence: fc.constantFrom(1 as const, 2 as const, 3 as const),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 400 * day }),
        (steps, left) => {
          let at = 1_700_000_000_000;
          const answers = steps.map(({ gap, ...fields }) =>
            answerOf('a', { ...fields, at: (at += gap) }),
          );
          const interview = at + left;
          const [review] = reviewSchedule([cardOf('a')], new Map([['a', answers]]), interview);
          expect(review?.due).toBeLessThanOrEqual(at + 0.3 * left + 1);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('ask first what the reader was sure of and had wrong', () => {
    const schedule = reviewSchedule(
      cards,
      new Map([
        ['a', [answerOf('a', { outcome: 'wrong', confidence: 1 })]],
        ['b', [answerOf('b', { outcome: 'wrong', confidence: 3, at: 1000 })]],
      ]),
    );
    expect(dueNow(schedule, 40 * day).map(({ card }) => card.id)).toEqual(['b', 'a']);
    expect(dueNow(schedule, 0)).toEqual([]);
  });
});

describe('calibration', () => {
  it('says how often each degree of confidence was right', () => {
    const answers = [
      answerOf('a', { confidence: 3 }),
      answerOf('b', { confidence: 3, outcome: 'wrong' }),
      answerOf('c', { confidence: 1 }),
      answerOf('d'),
    ];
    expect(calibrationOf(answers)).toMatchObject([
      { key: '1', asked: 1, right: 1 },
      { key: '3', asked: 2, right: 1 },
    ]);
  });
});

describe('the one thing to do next', () => {
  const cards = [cardOf('a'), cardOf('b', { lesson: '1-2-hot-frames', skills: ['tools'] })];
  const lessons = ['1-1-overview', '1-2-hot-frames'];
  const base = { cards, lessons, dueCount: 0, answers: new Map<string, AnswerEvent[]>() };

  it('is what is due', () => {
    expect(nextStep({ ...base, dueCount: 3 })).toEqual({ kind: 'review', count: 3 });
  });

  it('is the first lesson with something new', () => {
    expect(nextStep(base)).toEqual({ kind: 'lesson', lesson: '1-1-overview' });
    const answers = new Map([['a', [answerOf('a')]]]);
    expect(nextStep({ ...base, answers })).toEqual({ kind: 'lesson', lesson: '1-2-hot-frames' });
  });

  it('is a rehearsal when the interview is near', () => {
    const answers = new Map([['a', [answerOf('a')]]]);
    expect(nextStep({ ...base, answers, daysLeft: 2 })).toEqual({ kind: 'mock' });
  });

  it('is the weakest skill when everything was answered', () => {
    const answers = new Map([
      ['a', [answerOf('a')]],
      ['b', [answerOf('b', { outcome: 'wrong' })]],
    ]);
    expect(nextStep({ ...base, answers })).toEqual({ kind: 'skill', skill: 'tools' });
  });

  it('is anything when all is known', () => {
    const answers = new Map([
      ['a', [answerOf('a')]],
      ['b', [answerOf('b')]],
    ]);
    expect(nextStep({ ...base, answers })).toEqual({ kind: 'practice' });
  });
});
