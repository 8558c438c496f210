import { phrasesOf } from './phrases.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formatters cost a millisecond to make: one for each locale and set of options is kept. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

function percentFormat(locale: string, digits: number): Intl.NumberFormat {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
}

/**
 * A share as a percentage: 0.66 → `66%`, 0.4521 → `45.2%`. Small shares keep their first digit
 * (`0.03%`), so that something is never shown as nothing. `locale` is a BCP 47 tag, here and below.
 */
export function formatShare(share: number, locale: string): string {
  const percent = Math.abs(share * 100);
  if (percent === 0 || percent >= 0.1) return percentFormat(locale, 1).format(share);
  if (percent < 0.0001) return `<${percentFormat(locale, 4).format(0.000001)}`;
  return percentFormat(locale, Math.ceil(-Math.log10(percent))).format(share);
}

/** Both ends of an interval for a share: `31.2–57.7%`; in Chinese `31.2%–57.7%`. */
export function formatInterval([low, high]: readonly [number, number], locale: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const first = numberFormat(locale, digits).format(low * 100);
  const last = numberFormat(locale, { ...digits, style: 'percent' }).format(high);
  return phrasesOf(locale).interval(first, last);
}
