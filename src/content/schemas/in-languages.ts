import type { z } from 'astro/zod';
import { locales } from '../../lib/i18n/locales.ts';

/** What English and Chinese must have, and every further language of the site may have. */
export function inLanguages<T extends z.ZodType>(schema: T): { en: T; zh: T } {
  const needed = { en: schema, zh: schema };
  const further = locales.filter((locale) => !(locale in needed));
  const optional = further.map((locale) => [locale, schema.optional()]);
  // Not in the type: a further language is asked for by `inLocale`, which knows that it may be missing.
  return { ...Object.fromEntries(optional), ...needed } as typeof needed;
}
