import { gatherWords, inLocale } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import type { RareWords } from './rare-words/en.ts';

const words = gatherWords<RareWords>(
  import.meta.glob('./rare-words/*.ts', { eager: true, import: 'words' }),
);

/** Words of views, steps, actions and files, in the page's language. */
export function rareWords(locale: Locale): RareWords {
  return inLocale(words, locale);
}

export type { RareWords };
