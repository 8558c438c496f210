import { z } from 'astro/zod';

/**
 * A schema for something that comes in several forms, told apart by a key that only one of them
 * has. Unlike a union it complains about the form that the author meant, not about all of them.
 */
export function oneForm<T>(
  what: string,
  forms: () => Readonly<Record<string, z.ZodType>>,
): z.ZodType<T> {
  return z.custom<T>().superRefine((value, context) => {
    const known = forms();
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const key = isObject ? Object.keys(known).find((name) => name in value) : undefined;
    const form = key === undefined ? undefined : known[key];
    if (form === undefined) {
      const wrote = JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
      context.addIssue({
        code: 'custom',
        message: `${wrote} is no ${what}: it has one of ${Object.keys(known).join(', ')}`,
      });
      return;
    }
    const parsed = form.safeParse(value);
    for (const { message, path } of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message: `${what} "${key}": ${message}`, path });
    }
  });
}
