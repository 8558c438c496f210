/**
 * Orders names by code point, as Perl (flamegraph.pl) and Rust (inferno) order UTF-8 bytes. It
 * differs from JavaScript's `<`, which compares UTF-16 units, only where one name has a character
 * beyond U+FFFF against one of U+E000 to U+FFFF.
 */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointOrder(unitA) - codePointOrder(unitB);
  }
  return a.length - b.length;
}

const space = 32;
const semicolon = 59;

/**
 * Orders siblings as lines of folded stacks are ordered, where a name is followed by `;`, or by the
 * space before the weight where the stack `ends`: see `rankKeys`.
 */
export function compareInLine(a: string, endsA: boolean, b: string, endsB: boolean): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointOrder(unitA) - codePointOrder(unitB);
  }
  const behindA = a.length > length ? a.charCodeAt(length) : endsA ? space : semicolon;
  const behindB = b.length > length ? b.charCodeAt(length) : endsB ? space : semicolon;
  return codePointOrder(behindA) - codePointOrder(behindB) || a.length - b.length;
}

/** Moves the surrogates (D800 to DFFF) behind all other units, where their code points belong. */
function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

const surrogate = /[\ud800-\udfff]/;

/** Whether there is a character for which `compareNames` and `<` may differ. */
export function hasSurrogate(name: string): boolean {
  return surrogate.test(name);
}

/** The distinct names of `names`, in the order of `compareNames`. */
export function sortedDistinctNames(names: Iterable<string>): string[] {
  const distinct = [...new Set(names)];
  // The built-in order needs no call per comparison, and is the same where there are no surrogates.
  return distinct.some(hasSurrogate) ? distinct.sort(compareNames) : distinct.sort();
}
