const unit = /(\d) (?=(?:[KMG]iB|[kMG]B|[mµn]?s|[kMG]?Hz|min)(?![A-Za-z]))/g;
const minus = / − ?/g;
const range = /(?<=\d%?)–(?=\d)/g;

/**
 * A number keeps its unit, a minus its sides and a range its ends: “8 KiB”, “(1 − p)” and “16–32%” end no line in their
 * middle.
 */
export function fixSpaces(text: string): string {
  return text
    .replace(unit, '$1\u00a0')
    .replace(minus, (sign) => sign.replaceAll(' ', '\u00a0'))
    .replace(range, '–\u2060');
}
