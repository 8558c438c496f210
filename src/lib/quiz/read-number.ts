/** Why a text cannot be taken for one number. */
export type NumberProblem = 'empty' | 'not-a-number' | 'two-numbers' | 'which-comma' | 'other-unit';

export interface ReadNumber {
  readonly value: number;
  /** How it was written: `45%`, `22/50`, or bare. */
  readonly form: 'bare' | 'percent' | 'fraction';
}

const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?`;
const one = new RegExp(String.raw`^(${number})\s*(%)?$`);
// A number and a word behind it that is none of the units: `200 MB` where MiB is asked for.
const withWord = new RegExp(String.raw`^${number}\s*[\p{L}/]+$`, 'u');
const fraction = new RegExp(String.raw`^(${number})\s*(?:\/|of|out of)\s*(${number})$`, 'i');

/**
 * Reads one number as people type it: `45`, `45%`, `0.45`, `.45`, `22/50`, `22 of 50`, `1,234`,
 * `about 45`, `约 45%`, full-width `４５％`, `×3`, and a unit behind it where `units` knows it. What could
 * mean two things is a problem, not a guess: `1,5`, `30-40`. So is a unit that nobody asked for.
 */
export function readNumber(
  text: string,
  units: readonly string[] = [],
): ReadNumber | NumberProblem {
  const plain = withoutUnit(plainText(text), units);
  if (plain === '') return 'empty';
  const parts = fraction.exec(plain);
  if (parts !== null) {
    const value = valueOf(parts[1]) / valueOf(parts[2]);
    return Number.isFinite(value) ? { value, form: 'fraction' } : 'not-a-number';
  }
  const match = one.exec(plain);
  if (match !== null && /\d/.test(match[1] ?? '')) {
    return { value: valueOf(match[1]), form: match[2] === '%' ? 'percent' : 'bare' };
  }
  if (/^[+-]?\d+,\d+\s*%?$/.test(plain)) return 'which-comma';
  if (/^\D*\d/.test(plain) && withWord.test(plain)) return 'other-unit';
  return (plain.match(/\d+(?:[.,]\d+)*/g) ?? []).length > 1 ? 'two-numbers' : 'not-a-number';
}

/** Full-width forms become ASCII (NFKC), words for "about" and thin spaces go. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/(\d)[ _](?=\d{3}\b)/g, '$1')
    .replace(/^\s*(?:[~≈]|about|around|approx\.?|大约|大概|约)\s*/i, '')
    .replace(/\s*(?:左右|上下|or so)\s*$/i, '')
    .replace(/^\s*[x×]\s*(?=[\d.])/i, '')
    .trim();
}

function withoutUnit(text: string, units: readonly string[]): string {
  const lower = text.toLowerCase();
  // The longest that fits: `milliseconds` ends in `seconds` and in `s` as well.
  const [unit] = units
    .filter((name) => name !== '' && lower.endsWith(name.toLowerCase()))
    .sort((a, b) => b.length - a.length);
  return unit === undefined ? text : text.slice(0, -unit.length).trim();
}

function valueOf(digits: string | undefined): number {
  return digits === undefined || digits === '' ? NaN : Number(digits.replaceAll(',', ''));
}
