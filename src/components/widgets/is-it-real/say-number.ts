/** A number with so many digits after the point. */
export const number = (value: number, locale: string, maximumFractionDigits = 0) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value).replace('-', '−');

/** Small chances keep one digit: 0.0003 is told. */
export const chance = (p: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: p < 0.1 ? 1 : 2 }).format(p);

/** `p = 0.008`; nothing is told as 0. */
export const pIs = (p: number, locale: string) =>
  p < 1e-6 ? 'p < 0.000001' : `p = ${chance(p, locale)}`;
