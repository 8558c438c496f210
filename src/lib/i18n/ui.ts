import type { Locale, Localized } from './locales.ts';
import { en, type Ui } from './ui/en.ts';
import { zh } from './ui/zh.ts';

const words: Localized<Ui> = { en, zh };

/** The words of the site's frame in a language: `uiFor(locale).nav.lessons`. */
export function uiFor(locale: Locale): Ui {
  return words[locale];
}

export type { Ui };
