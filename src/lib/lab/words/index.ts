import { gatherWords, inLocale } from '../../i18n/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { SaidWords } from './said-words.ts';

const words = gatherWords<SaidWords>(
  import.meta.glob('./said-words/*.ts', { eager: true, import: 'words' }),
);

export function saidWords(locale: Locale): SaidWords {
  return inLocale(words, locale);
}
