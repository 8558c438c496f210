import { gatherWords } from './gather-words.ts';
import { inLocale } from './locales.ts';
import type { Locale } from './locales.ts';
import type { Ui } from './ui/en.ts';

const words = gatherWords<Ui>(import.meta.glob('./ui/*.ts', { eager: true, import: 'words' }));

/** The words of the site's frame in a language: `uiFor(locale).nav.lessons`. */
export function uiFor(locale: Locale): Ui {
  return inLocale(words, locale);
}

export type { Ui };
