import { en } from './locales/en.ts';
import type { Joints, Language } from './locales/language.ts';
import { zh } from './locales/zh.ts';

/**
 * The site's languages: the only list of them. A new one is a file in `locales` and a line here;
 * docs/how-to/add-a-locale.md says what else it may have.
 */
const languages: readonly Language[] = [en, zh];

/**
 * A language of the site, the first segment of a page's path. Open on purpose: `table[locale]` does
 * not compile, since a language may lack the table. Ask with `inLocale(table, locale)`.
 */
export type Locale = 'en' | 'zh' | (string & Record<never, never>);

/** Something that English and Chinese must have, and others may: see `inLocale`. */
export interface Localized<T> {
  readonly en: T;
  readonly zh: T;
}

/** What is written first, and what stands where a language has nothing of its own. */
export const sourceLocale = 'en';

export const locales: readonly Locale[] = /* @__PURE__ */ languages.map(({ code }) => code);

function languageOf(locale: Locale): Language {
  return languages.find(({ code }) => code === locale) ?? en;
}

/** What `<html lang>` says, which is more exact than the path. */
export function htmlLang(locale: Locale): string {
  return languageOf(locale).tag;
}

/** What link previews call it. */
export function previewLocale(locale: Locale): string {
  return languageOf(locale).preview;
}

/** The language's name for itself. */
export function localeName(locale: Locale): string {
  return languageOf(locale).name;
}

/** Whether all content is there in the language, or English may stand in for some of it. */
export function isWhole(locale: Locale): boolean {
  return languageOf(locale).isWhole === true;
}

/** What stands between parts that a page puts together: colon, list, sentences, aside. */
export function jointsOf(locale: Locale): Joints {
  return languageOf(locale).joints;
}

/** `text` as an aside: ` (text)`, in Chinese `（text）`. */
export function asideOf(text: string, locale: Locale): string {
  return jointsOf(locale).aside.join(text);
}

export function isLocale(text: string | undefined): text is Locale {
  return languages.some(({ code }) => code === text);
}

/**
 * The site's language for a reader's list of languages (BCP 47, most wanted first); English when
 * none is known.
 */
export function matchLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLocale(language)) return language;
  }
  return sourceLocale;
}

/** What a table has in a language; in English where it has nothing there. */
export function inLocale<T extends Localized<unknown>>(table: T, locale: Locale): T['en'] {
  // It may hold more languages than its type says.
  const languages = table as unknown as Readonly<Record<string, T['en'] | undefined>>;
  return languages[locale] ?? table.en;
}

/**
 * The `lang` that text from a table needs on a page in a language: none, or English where the
 * table has nothing there and English stands in.
 */
export function langOf(table: Localized<unknown>, locale: Locale): string | undefined {
  return isLocale(locale) && locale in table ? undefined : htmlLang(sourceLocale);
}
