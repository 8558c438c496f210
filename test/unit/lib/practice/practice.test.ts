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
  mockReport,
  nextStep,
  parseReportFragment,
  planMock,
  reportFragment,
  reviewSchedule,
  secondsOf,
  selectCards,
} from '../../../../src/lib/practice/index.ts';
import type { MockResult, QuestionCard } from '../../../../src/lib/practice/index.ts';
import type { AnswerEvent } from '../../../../src/lib/progress/index.ts';
import { questionKinds, skillIds } from '../../../../src/lib/quiz/index.ts';

const day = 24 * 60 * 60 * 1000;

function cardOf(id: string, fields: Partial<QuestionCard> = {}): QuestionCard {
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

const anyCards = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    skills: fc.uniqueArray(fc.constantFrom(...skillIds), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...questionKinds),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    seconds: fc.integer({ min: 5, max: 600 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

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
