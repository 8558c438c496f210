import { isWhole, loadWordsOf, localeOf, sourceLocale } from '../../lib/i18n/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { QuizWords } from './words/en.ts';

/**
 * The quiz's words in the page's language, and no others; English too where questions may stand in
 * English, since they are not translated.
 */
export async function loadQuizWords(): Promise<ReadonlyMap<Locale, QuizWords>> {
  const own = localeOf(document.documentElement);
  const needed = isWhole(own) ? [own] : [own, sourceLocale];
  const files = import.meta.glob<QuizWords>('./words/*.ts', { import: 'words' });
  const words = needed.map(async (locale) => [locale, await loadWordsOf(files, locale)] as const);
  return new Map(await Promise.all(words));
}
