import { describe, expect, it, test } from 'vitest';
import { seededShuffle } from '../../../src/lib/quiz/index.ts';
import { answerQuestion, questionPaths, readQuestion } from './question-files.ts';
import type { AnsweredQuestion } from './question-files.ts';
import { questionRules } from './question-rules.ts';

const bank: AnsweredQuestion[] = [];
for (const file of questionPaths) bank.push(await answerQuestion(readQuestion(file)));

describe.each(Object.entries(questionRules))('every question %s', (_, rule) => {
  it.each(bank.map((answered) => [answered.question.id, answered] as const))('%s', (_id, one) => {
    expect(rule(one).join('\n')).toBe('');
  });
});

describe('over the whole bank', () => {
  test('ids and titles are unique', () => {
    const repeated = (texts: readonly string[]) =>
      texts.filter((text, index) => texts.indexOf(text) !== index);
    expect(repeated(bank.map(({ question }) => question.id))).toEqual([]);
    expect(repeated(bank.map(({ question }) => question.en.title))).toEqual([]);
    expect(repeated(bank.map(({ question }) => question.zh.title))).toEqual([]);
    expect(repeated(bank.map(({ question }) => question.en.prompt))).toEqual([]);
  });

  test.each(['en', 'zh'] as const)(
    'the right option is the longest one in at most 40%% of the %s choices',
    (locale) => {
      const longest = choices().filter(({ right, options }) => {
        const lengths = Object.entries(options[locale]).map(([id, { text }]) => ({
          id,
          length: text.length,
        }));
        const most = Math.max(...lengths.map(({ length }) => length));
        const alone = lengths.filter(({ length }) => length === most);
        return alone.length === 1 && alone[0]?.id === right;
      });
      const ids = longest.map(({ id }) => id).join(', ');
      expect(longest.length, ids).toBeLessThanOrEqual(atMost(0.4, choices().length));
    },
  );

  test('the right option stands at every place about equally often', () => {
    const places = choices().map(({ id, ids, right }) =>
      seededShuffle(ids, `${id}:0`).indexOf(right),
    );
    for (const place of [0, 1, 2]) {
      const count = places.filter((found) => found === place).length;
      expect(count, `at place ${place + 1}`).toBeLessThanOrEqual(atMost(0.45, places.length));
      if (places.length >= 20) expect(count).toBeGreaterThanOrEqual(0.2 * places.length);
    }
  });

  test('a skill that many questions train is asked in more than one kind', () => {
    const kinds = Map.groupBy(
      bank.flatMap(({ question }) => question.skills.map((skill) => ({ skill, question }))),
      ({ skill }) => skill,
    );
    for (const [skill, questions] of kinds) {
      if (questions.length < 4) continue;
      expect(new Set(questions.map(({ question }) => question.kind)).size, skill).toBeGreaterThan(
        1,
      );
    }
  });
});

/** A few questions say nothing about a tendency: small banks may be off by two. */
function atMost(share: number, count: number): number {
  return Math.max(2, Math.floor(share * count));
}

function choices() {
  return bank.flatMap(({ question, key }) =>
    question.kind === 'choice' && key.kind === 'choice'
      ? [
          {
            id: question.id,
            ids: [...key.options],
            right: key.right,
            options: { en: question.en.options, zh: question.zh.options },
          },
        ]
      : [],
  );
}
