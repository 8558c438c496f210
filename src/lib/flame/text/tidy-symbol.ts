import { unescapeRust } from './unescape-rust.ts';

/** The name behind a mangled symbol; `undefined` for one that it cannot read for sure. */
export type Demangler = (symbol: string) => string | undefined;

let demangle: Demangler = () => undefined;

/**
 * The demanglers are half of what shows a name, and few names are mangled: `symbol.ts` brings them,
 * and a page that shows a small graph loads them only when a name needs it.
 */
export function installDemangler(demangler: Demangler): void {
  demangle = demangler;
}

/** Whether a name may be mangled: Rust (`_R`, `_ZN…17h…`), C++ (`_Z`), with macOS' extra `_`. */
export function mayBeMangled(name: string): boolean {
  return /(?:^|[`!\s(])_{1,3}[ZR][0-9A-Za-z]/.test(name);
}

/** See `plainSymbol`; symbols are demangled only once a demangler is there. */
export function tidySymbol(symbol: string): string {
  const demangled = demangle(symbol);
  if (demangled !== undefined) return withoutLeftovers(demangled);
  return withoutLeftovers(unescapeRust(withoutCloneMarks(symbol)));
}

/** Legacy mangling puts a `_` before what begins with an escape; half a demangler leaves it. */
function withoutLeftovers(name: string): string {
  return name
    .replace(/::h[0-9a-f]{16}(?=$|[.@+ ])/g, '')
    .replace(/(^|::)_(?=[{<[&])/g, '$1')
    .replace(/\.llvm\.\d+$/, '');
}

/** Marks are counted: `+` would look for the end again from each of a hundred thousand. */
function withoutCloneMarks(symbol: string): string {
  return symbol
    .replace(/\+0x[0-9a-f]+$/i, '')
    .replace(/(?: \[clone [.\w]+\]){1,8}$/, '')
    .replace(/@@?(?:GLIBC|GLIBCXX|CXXABI|GCC|Base)[\w.]*$/, '')
    .replace(/(?<=\w)(?:\.(?:isra|constprop|part|cold|lto_priv|localalias)(?:\.\d+)?){1,8}$/, '');
}
