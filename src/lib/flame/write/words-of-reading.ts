import { inLanguage } from '../text/in-language.ts';
import { en } from './reading-words/en.ts';
import { zh } from './reading-words/zh.ts';
import type { ReadingWords } from './reading-words.ts';

/** The languages of a reading: a file in `reading-words` and an entry here. */
const languages = { en, zh };

/** The words of a reading in a language, English where there are none: one set for the page and for Markdown. */
export function readingWords(locale: string): ReadingWords {
  return inLanguage<ReadingWords>(languages, locale);
}
