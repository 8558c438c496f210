/**
 * The site's languages: the first segment of every page's path. Every page, switch, link and list
 * of languages comes from here; docs/how-to/add-a-locale.md says what a new one needs.
 */
export const locales = ['en', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** Something that exists in every language. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** What `<html lang>` says, which is more exact than the path. */
export const htmlLang: Localized<string> = { en: 'en', zh: 'zh-Hans' };

/** What link previews call it. */
export const previewLocale: Localized<string> = { en: 'en_US', zh: 'zh_CN' };

/** Each language's name for itself. */
export const localeName: Localized<string> = { en: 'English', zh: '中文' };

export function isLocale(text: string | undefined): text is Locale {
  return (locales as readonly (string | undefined)[]).includes(text);
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
  return 'en';
}
