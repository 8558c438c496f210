const unit = /(\d) (?=(?:[KMG]iB|[kMG]B|[mµn]?s|[kMG]?Hz|min)(?![A-Za-z]))/g;
const minus = / − ?/g;

/** A number keeps its unit, and a minus its sides: “8 KiB” and “(1 − p)” end no line in their middle. */
export function fixSpaces(text: string): string {
  return text.replace(unit, '$1\u00a0').replace(minus, (sign) => sign.replaceAll(' ', '\u00a0'));
}
