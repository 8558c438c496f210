import { demangleItanium } from './demangle-itanium.ts';
import { demangleRustLegacy } from './demangle-rust-legacy.ts';
import { demangleRustV0 } from './demangle-rust-v0.ts';
import { installDemangler, tidySymbol } from './tidy-symbol.ts';

installDemangler(
  (symbol) => demangleRustLegacy(symbol) ?? demangleRustV0(symbol) ?? demangleItanium(symbol),
);

/**
 * The function behind a symbol as a linker or profiler writes it: demangled (Rust legacy and v0, C++
 * without parameters), and without what only tells builds apart: Rust's `::h` and 16 hex digits,
 * `.llvm.123`, `.isra.0`, `[clone .cold]`, `@@GLIBC_2.2.5`, `+0x1f`. What cannot be read for sure
 * stays as it is.
 */
export function plainSymbol(symbol: string): string {
  return tidySymbol(symbol);
}
