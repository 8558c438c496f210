import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { questionSchema } from '../../../src/content/schemas/question.ts';
import {
  answerKeyOf,
  figureFiller,
  loadQuestionProfiles,
  runQuestionTests,
} from '../../../src/lib/bank/index.ts';
import { questionRules } from './question-rules.ts';
import { questionKinds } from '../../../src/lib/quiz/index.ts';

const howTo = readFileSync('docs/how-to/add-a-question.md', 'utf8');
const examples = [...howTo.matchAll(/```yaml question\n(.*?)```/gs)].map(([, text = '']) =>
  questionSchema.parse(parse(text)),
);

it('the how-to has an example of every kind', () => {
  expect(examples.map(({ kind }) => kind)).toEqual([...questionKinds]);
});

describe.each(examples.map((question) => [question.id, question] as const))('%s', (_, question) => {
  it('can be copied: its key is computed and its tests pass', async () => {
    const profiles = await loadQuestionProfiles(question);
    const key = answerKeyOf(question, profiles);
    expect(runQuestionTests(question, key, profiles)).toEqual([]);
    for (const [name, rule] of Object.entries(questionRules)) {
      if (name.startsWith('stands in the folder')) continue;
      const file = `${question.lesson}/${question.id}.yaml`;
      expect(rule({ file, source: '', question, key, profiles }).join('\n'), name).toBe('');
    }
    for (const locale of ['en', 'zh'] as const) {
      const fill = figureFiller(question, profiles, locale);
      const fillAll = (value: unknown): unknown =>
        typeof value === 'string' ? fill(value) : Object.values(value ?? {}).map(fillAll);
      fillAll(question[locale]);
    }
  });
});
