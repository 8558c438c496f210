import type { Locale } from '../../../lib/i18n/index.ts';
/** A file's size for eyes: `3.2 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short', // “640 byte” is no English
    maximumSignificantDigits: 3,
  }).format(value);
}
