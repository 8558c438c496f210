import type { z } from 'astro/zod';
import { isWhole, locales } from '../../lib/i18n/locales.ts';

/** What English and Chinese must have, and every further language may have, or must when it is whole. */
export function inLanguages<T extends z.ZodType>(schema: T): { en: T; zh: T } {
  const needed = { en: schema, zh: schema };
  const further = locales.filter((locale) => !(locale in needed));
  const added = further.map((locale) => [locale, isWhole(locale) ? schema : schema.optional()]);
  // Not in the type: a further language is asked for by `inLocale`, which knows that it may be missing.
  return { ...Object.fromEntries(added), ...needed } as typeof needed;
}
