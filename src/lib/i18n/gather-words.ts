import { inLocale } from './locales.ts';
import type { Locale, Localized } from './locales.ts';

/**
 * A table of words from its folder, one file a language (`en.ts`, `zh.ts`), each with the export
 * `words`: what `import.meta.glob` found there. A language is added by adding its file; one that
 * has none reads English (`inLocale`).
 */
/* @__NO_SIDE_EFFECTS__ */
export function gatherWords<T>(files: Readonly<Record<string, T>>): Localized<T> {
  const words = Object.entries(files).map(([path, table]) => [codeOf(path), table]);
  // English and Chinese are there: test/unit/lib/i18n/add-a-locale.test.ts holds it.
  return Object.fromEntries(words) as Localized<T>;
}

/** The same of tables that are loaded when they are needed: one language's, and no other. */
export function loadWordsOf<T>(
  files: Readonly<Record<string, () => Promise<T>>>,
  locale: Locale,
): Promise<T> {
  return inLocale(gatherWords(files), locale)();
}

/** `./search-words/zh.ts` → `zh`. */
function codeOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ts$/, '');
}
