import { inLanguage } from '../text/in-language.ts';
import { en } from './change-words/en.ts';
import type { ChangeWords } from './change-words/en.ts';
import { zh } from './change-words/zh.ts';

/** The languages of a comparison: a file in `change-words` and an entry here. */
const languages = { en, zh };

/** The words of a changed frame, which a graph without a comparison does without. */
export function wordsOfChange(locale: string): ChangeWords {
  return inLanguage<ChangeWords>(languages, locale);
}
