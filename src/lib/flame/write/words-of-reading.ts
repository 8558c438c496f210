import { chineseWords } from './reading-words-zh.ts';
import { englishWords } from './reading-words-en.ts';
import type { ReadingWords } from './reading-words.ts';

/** The words of a reading in a language: one set for the page and for Markdown. */
export function readingWords(locale: 'en' | 'zh'): ReadingWords {
  return locale === 'zh' ? chineseWords : englishWords;
}
