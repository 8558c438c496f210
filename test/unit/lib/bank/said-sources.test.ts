import { expect, it } from 'vitest';
import type { Question } from '../../../../src/content/schemas/question.ts';
import { saidSources } from '../../../../src/lib/bank/index.ts';

const question = {
  sources: ['`a.c` lines 1–2: the stubs', 'B. Gregg, “Off-CPU Flame Graphs”: waiting', 'writev(2)'],
  en: {},
  zh: {
    sources: ['`a.c` 第 1–2 行：这些桩', 'B. Gregg，“Off-CPU Flame Graphs”：等待', 'writev(2)'],
  },
} as unknown as Question;

it('says in each language where to look, and marks the language of what stays as it was published', () => {
  expect(saidSources(question, 'en')[2]).toEqual({ html: 'writev(2)' });
  const [lines, title, citation] = saidSources(question, 'zh');
  expect(lines?.html).toBe('<code translate="no">a.c</code> 第 1–\u20602 行：这些桩');
  expect(title?.html).toBe('B. Gregg，“<span lang="en">Off-CPU Flame Graphs</span>”：等待');
  expect(citation).toEqual({ html: 'writev(2)', lang: 'en' });
});

it('says them as they stand where a language has none of its own', () => {
  const [first] = saidSources({ ...question, zh: {} } as unknown as Question, 'zh');
  expect(first?.lang).toBe('en');
});
