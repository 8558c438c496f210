import { isLocale, sourceLocale } from './locales.ts';
import type { Locale } from './locales.ts';

/** The site's language that an element stands in: what the nearest `lang` says, English where it is none. */
export function localeOf(element: Element): Locale {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const code = lang.toLowerCase().split('-')[0];
  return isLocale(code) ? code : sourceLocale;
}
