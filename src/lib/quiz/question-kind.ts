import type { Localized } from '../i18n/index.ts';

/** The ways in which a question is asked. */
export const questionKinds = [
  'choice',
  'multi',
  'numeric',
  'click-frame',
  'order',
  'match',
  'matrix',
  'bug',
  'open',
  'predict',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const kindNames: Readonly<Record<QuestionKind, Localized<string>>> = {
  choice: { en: 'Choose one', zh: '单选' },
  multi: { en: 'Choose all that hold', zh: '多选' },
  numeric: { en: 'Work out a number', zh: '算一个数' },
  'click-frame': { en: 'Find it on the graph', zh: '在图上找' },
  order: { en: 'Put in order', zh: '排序' },
  match: { en: 'Match', zh: '配对' },
  matrix: { en: 'Fill the table', zh: '填表' },
  bug: { en: 'Find the mistake', zh: '找错' },
  open: { en: 'Answer as in an interview', zh: '面试作答' },
  predict: { en: 'Predict', zh: '先猜一猜' },
};
