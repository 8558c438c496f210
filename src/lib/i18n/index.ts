/** Languages, their words, and addresses in them. Imports nothing. */
export { htmlLang, isLocale, localeName, locales, matchLocale, previewLocale } from './locales.ts';
export type { Locale, Localized } from './locales.ts';
export { alternates, localizedPath, pathInLocale, sitePath } from './localized-path.ts';
export { uiFor } from './ui.ts';
export type { Ui } from './ui.ts';
