import { parse } from 'yaml';
import { questionSchema } from '../../src/content/schemas/question.ts';
import type { Question } from '../../src/content/schemas/question.ts';

const option = { text: 'x', why: 'x' };
const texts = {
  title: 'Example',
  prompt: 'x',
  hints: ['x'],
  options: { a: option, b: option, c: option },
};
const choice = {
  id: 'example',
  version: 1,
  kind: 'choice',
  lesson: '1-1-overview',
  skills: ['read-width'],
  level: 1,
  sources: ['x'],
  en: texts,
  zh: texts,
  tests: [
    { answer: 'a', expect: 'right' },
    { answer: 'b', expect: 'wrong' },
  ],
};

/** A question of one choice out of a, b and c, with the fields that a test cares about as YAML. */
export function questionOf(yaml: string): Question {
  const text = yaml.replace(/^\n/, '');
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  const fields = parse(text.replaceAll(new RegExp(`^ {${indent}}`, 'gm'), '')) as object;
  return questionSchema.parse({ ...choice, ...fields });
}
