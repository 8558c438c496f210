/** A number with so many digits after the point. */
export const number = (value: number, locale: string, maximumFractionDigits = 0) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value);

/** Small chances keep one digit: 0.0003 is told, and nothing is told as 0. */
export const chance = (p: number, locale: string) =>
  p < 1e-6
    ? '< 0.000001'
    : new Intl.NumberFormat(locale, { maximumSignificantDigits: p < 0.1 ? 1 : 2 }).format(p);
