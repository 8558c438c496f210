import { gatherWords } from './gather-words.ts';
import { inLocale } from './locales.ts';
import type { Locale, Localized } from './locales.ts';
import type { Ui } from './ui/en.ts';

// Gathered at the first call, so that who has no Vite (Playwright) can load what imports this.
let words: Localized<Ui> | undefined;

/** The words of the site's frame in a language: `uiFor(locale).nav.lessons`. */
export function uiFor(locale: Locale): Ui {
  words ??= gatherWords<Ui>(import.meta.glob('./ui/*.ts', { eager: true, import: 'words' }));
  return inLocale(words, locale);
}

export type { Ui };
