import type { Locale, Localized } from './locales.ts';
import { sayerOf } from './texts.ts';

// Gathered at the first call, so that who has no Vite (Playwright) can load what imports this.
let say: ReturnType<typeof sayerOf> | undefined;

/**
 * A short text of the site that stands beside its data, in any language: titles of the course,
 * kinds, skills, tags, what an explorable says of its examples. The lab has its own: `lib/lab`.
 */
export function sayText(text: Localized<string>, locale: Locale): string {
  say ??= sayerOf(import.meta.glob('./texts/*.ts', { eager: true, import: 'texts' }));
  return say(text, locale);
}
