import { unescapeRust } from './unescape-rust.ts';

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

function unescapePart(part: string): string {
  return unescapeRust(part.startsWith('_$') ? part.slice(1) : part);
}
