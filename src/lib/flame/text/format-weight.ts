import type { WeightUnit } from '../model/weight.ts';
import { numberFormat } from './format-share.ts';
import { phrasesOf } from './phrases.ts';

interface Scale {
  readonly from: number;
  readonly suffix: string;
}

const timeScales: readonly Scale[] = [
  { from: 1e9, suffix: 's' },
  { from: 1e6, suffix: 'ms' },
  { from: 1e3, suffix: 'µs' },
  { from: 0, suffix: 'ns' },
];

const byteScales: readonly Scale[] = [
  { from: 1024 ** 3, suffix: 'GiB' },
  { from: 1024 ** 2, suffix: 'MiB' },
  { from: 1024, suffix: 'KiB' },
  { from: 0, suffix: 'B' },
];

function formatNumber(value: number, locale: string, digits: number): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

function formatScaled(weight: number, scales: readonly Scale[], locale: string): string {
  const size = Math.abs(weight);
  const scale = scales.find(({ from }) => size >= from) ?? { from: 0, suffix: '' };
  const value = weight / Math.max(scale.from, 1);
  return `${formatNumber(value, locale, Math.abs(value) < 100 ? 1 : 0)} ${scale.suffix}`;
}

/** A weight with its unit, in words: `1 sample`, `12.5 ms`, `3.1 MiB`; a bare count has none. */
export function formatWeight(weight: number, unit: WeightUnit, locale: string): string {
  switch (unit) {
    case 'nanoseconds':
      return formatScaled(weight, timeScales, locale);
    case 'bytes':
      return formatScaled(weight, byteScales, locale);
    case 'count':
      return formatNumber(weight, locale, 2);
    case 'samples': {
      const number = formatNumber(weight, locale, 2);
      return phrasesOf(locale).samples(number, weight);
    }
  }
}
