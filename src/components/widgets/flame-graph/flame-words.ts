import { loadWordsOf } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import type { FlameWords } from './words/en.ts';

/** Only the words of the page's language are loaded. */
export function loadWords(locale: Locale): Promise<FlameWords> {
  return loadWordsOf(import.meta.glob<FlameWords>('./words/*.ts', { import: 'words' }), locale);
}

export type { FlameWords };
