import type { Language } from './language.ts';

export const en: Language = {
  code: 'en',
  tag: 'en',
  preview: 'en_US',
  name: 'English',
  joints: {
    colon: ': ',
    list: ', ',
    clauses: '; ',
    facts: ' · ',
    sentences: ' ',
    aside: [' (', ')'],
  },
  isWhole: true,
};
