import { demangleItanium } from './demangle-itanium.ts';
import { demangleRustLegacy, unescapeRust } from './demangle-rust-legacy.ts';
import { demangleRustV0 } from './demangle-rust-v0.ts';

/**
 * The function behind a symbol as a linker or profiler writes it: demangled (Rust legacy and v0, C++
 * without parameters), and without what only tells builds apart: Rust's `::h` and 16 hex digits,
 * `.llvm.123`, `.isra.0`, `[clone .cold]`, `@@GLIBC_2.2.5`, `+0x1f`. What cannot be read for sure
 * stays as it is.
 */
export function plainSymbol(symbol: string): string {
  const demangled = demangleRustLegacy(symbol) ?? demangleRustV0(symbol) ?? demangleItanium(symbol);
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

function withoutCloneMarks(symbol: string): string {
  return symbol
    .replace(/\+0x[0-9a-f]+$/i, '')
    .replace(/(?: \[clone [.\w]+\])+$/, '')
    .replace(/@@?(?:GLIBC|GLIBCXX|CXXABI|GCC|Base)[\w.]*$/, '')
    .replace(/(?<=\w)(?:\.(?:isra|constprop|part|cold|lto_priv|localalias)(?:\.\d+)?)+$/, '');
}
