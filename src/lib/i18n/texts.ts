import { inLocale } from './locales.ts';
import type { Locale, Localized } from './locales.ts';

/** Translations of short texts by what they say in English. */
export type TextTable = Readonly<Record<string, string>>;

/**
 * How texts that stand in both languages beside their data (`{ en: 'Go', zh: 'Go' }`: titles of
 * lessons, kinds, tags) are said in any language. A further language says them in one file of a
 * `texts` folder, by the English text, so that the data need not know of it; a text that has changed
 * since is not found and stands in English.
 */
/* @__NO_SIDE_EFFECTS__ */
export function sayerOf(
  files: Readonly<Record<string, TextTable>>,
): (text: Localized<string>, locale: Locale) => string {
  const tables = new Map(
    Object.entries(files).map(([path, table]) => [
      path.replace(/^.*\//, '').replace(/\.ts$/, ''),
      table,
    ]),
  );
  return (text, locale) =>
    locale in text ? inLocale(text, locale) : (tables.get(locale)?.[text.en] ?? text.en);
}
