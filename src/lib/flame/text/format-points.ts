import { numberFormat } from './format-share.ts';

/** A difference of two shares in percentage points, with its sign: `−14`, `+3.5`. */
export function formatPoints(difference: number, locale: string): string {
  const options = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return numberFormat(locale, options)
    .format(difference * 100)
    .replace('-', '−');
}
