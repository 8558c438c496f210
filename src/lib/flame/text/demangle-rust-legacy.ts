/**
 * Demangles Rust's legacy scheme, as the rustc-demangle crate describes it: an Itanium nested name
 * whose last part is `h` and 16 hex digits, with `$LT$` and the like for what a linker refuses.
 * `undefined` for anything else, C++ included.
 */
export function demangleRustLegacy(symbol: string): string | undefined {
  const mangled = /^_{0,2}ZN((?:\d+.+?)+)E(?:\.llvm\.[0-9A-F]+|\.[\w.]+|@@?[\w.]+)?$/s.exec(symbol);
  if (mangled === null) return undefined;
  const parts = lengthPrefixed(mangled[1] ?? '');
  if (parts === undefined || !/^h[0-9a-f]{16}$/.test(parts.at(-1) ?? '')) return undefined;
  return parts.slice(0, -1).map(unescapePart).join('::');
}

function lengthPrefixed(text: string): string[] | undefined {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const digits = /^\d+/.exec(text.slice(at, at + 8))?.[0];
    if (digits === undefined) return undefined;
    at += digits.length;
    const length = Number(digits);
    if (length === 0 || at + length > text.length) return undefined;
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}

const escapes: Readonly<Record<string, string>> = {
  SP: '@',
  BP: '*',
  RF: '&',
  LT: '<',
  GT: '>',
  LP: '(',
  RP: ')',
  C: ',',
};

function unescapePart(part: string): string {
  return unescapeRust(part.startsWith('_$') ? part.slice(1) : part);
}

/** Undoes the escapes alone: some tools take a legacy name apart but leave them in. */
export function unescapeRust(text: string): string {
  if (!text.includes('$') && !text.includes('..')) return text;
  return text
    .replace(/(^|::)_(?=\$)/g, '$1')
    .replace(/\$(SP|BP|RF|LT|GT|LP|RP|C)\$/g, (_, code: string) => escapes[code] ?? '')
    .replace(/\$u([0-9a-f]{1,6})\$/g, (whole, hex: string) => characterOf(hex) ?? whole)
    .replace(/\.\./g, '::');
}

function characterOf(hex: string): string | undefined {
  const point = Number.parseInt(hex, 16);
  const isText = point >= 0x20 && point !== 0x7f && point <= 0x10ffff;
  return isText && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : undefined;
}
