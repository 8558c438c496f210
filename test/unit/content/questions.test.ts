import { describe, expect, it } from 'vitest';
import { figureFiller, runQuestionTests } from '../../../src/lib/bank/index.ts';
import { inLocale, locales } from '../../../src/lib/i18n/index.ts';
import { answerQuestion, questionPaths, readQuestion } from './question-files.ts';

describe.each(questionPaths)('%s', (file) => {
  it('holds what its kind needs, in both languages', () => {
    readQuestion(file);
  });

  it('has a key that can be computed, and passes its own tests', async () => {
    const { question, key, profiles } = await answerQuestion(readQuestion(file));
    expect(runQuestionTests(question, key, profiles)).toEqual([]);
  });

  it.each(locales)('has a value for every figure of its %s texts', async (locale) => {
    const { question, profiles } = await answerQuestion(readQuestion(file));
    const fill = figureFiller(question, profiles, locale);
    expect(() =>
      JSON.stringify(inLocale(question, locale), (_, value: unknown) =>
        typeof value === 'string' ? fill(value) : value,
      ),
    ).not.toThrow();
  });
});
