import { locales, type Locale } from '../i18n/index.ts';

export interface LocaleProps {
  readonly locale: Locale;
}

/** `getStaticPaths` of a page that exists once in every language. */
export function localePaths(): { params: { locale: Locale }; props: LocaleProps }[] {
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}
