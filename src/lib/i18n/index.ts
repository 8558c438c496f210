/** Languages, their words, and addresses in them. Imports nothing. */
export {
  asideOf,
  htmlLang,
  inLocale,
  isLocale,
  isWhole,
  jointsOf,
  langOf,
  localeName,
  locales,
  matchLocale,
  previewLocale,
  sourceLocale,
} from './locales.ts';
export type { Locale, Localized } from './locales.ts';
export { localeOf } from './locale-of.ts';
export { alternates, localizedPath, pathInLocale, sitePath } from './localized-path.ts';
export { gatherWords, loadWordsOf } from './gather-words.ts';
export { sayText } from './say-text.ts';
export { sayerOf } from './texts.ts';
export type { TextTable } from './texts.ts';
export { uiFor } from './ui.ts';
export type { Ui } from './ui.ts';
