import { isLocale, locales, type Locale } from './locales.ts';

/** Where the site is mounted, always with a slash at both ends. */
function mount(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

// Astro and Vite fill in BASE_URL; a test that runs the file directly has no `env`.
const siteBase: string = (import.meta.env as { BASE_URL?: string } | undefined)?.BASE_URL ?? '/';

/** The address of a file or page of the site: `sitePath('samples/a.folded')`. Works under any base. */
export function sitePath(path: string, base = siteBase): string {
  return mount(base) + path.replace(/^\/+/, '');
}

/** The address of a page in a language: `localizedPath('zh', 'lessons/1-1-overview/')`. */
export function localizedPath(locale: Locale, path = '', base = siteBase): string {
  return sitePath(`${locale}/${path.replace(/^\/+/, '')}`, base);
}

/**
 * What comes after the language in a page's address: `/base/zh/glossary/` → `glossary/`.
 * `undefined` for a page outside the languages (the chooser, 404).
 */
export function pathInLocale(pathname: string, base = siteBase): string | undefined {
  const inside = pathname.startsWith(mount(base)) ? pathname.slice(mount(base).length) : '';
  const [first, ...rest] = inside.split('/');
  return isLocale(first) ? rest.join('/') : undefined;
}

/** The same page in every language, for the switch and for `hreflang`. */
export function alternates(pathname: string, base = siteBase): { locale: Locale; path: string }[] {
  const path = pathInLocale(pathname, base) ?? '';
  return locales.map((locale) => ({ locale, path: localizedPath(locale, path, base) }));
}
