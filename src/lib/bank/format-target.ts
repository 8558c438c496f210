import { formatShare } from '../flame/index.ts';
import type { NumericKey } from '../quiz/index.ts';

/** The right number as a reader would write it: `66%`, `1,024`. */
export function formatTarget({ as, value }: NumericKey, locale: string): string {
  if (as === 'share') return formatShare(value / 100, locale);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}
