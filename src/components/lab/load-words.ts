import { loadWordsOf } from '../../lib/i18n/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { LabWords } from './words/en.ts';

export type { LabWords };

/** Only the words of the page's language are loaded. */
export function loadLabWords(locale: Locale): Promise<LabWords> {
  return loadWordsOf(import.meta.glob<LabWords>('./words/*.ts', { import: 'words' }), locale);
}
