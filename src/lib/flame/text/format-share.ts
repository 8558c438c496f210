const formats = new Map<string, Intl.NumberFormat>();

/** Intl formatters cost a millisecond to make: one for each locale and precision is kept. */
function percentFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format;
}

/**
 * A share as a percentage: 0.66 → `66%`, 0.4521 → `45.2%`. Small shares keep their first digit
 * (`0.03%`), so that something is never shown as nothing.
 */
export function formatShare(share: number, locale: string): string {
  const percent = Math.abs(share * 100);
  if (percent === 0 || percent >= 0.1) return percentFormat(locale, 1).format(share);
  if (percent < 0.0001) return `<${percentFormat(locale, 4).format(0.000001)}`;
  return percentFormat(locale, Math.ceil(-Math.log10(percent))).format(share);
}
