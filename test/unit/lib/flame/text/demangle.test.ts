import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demangleItanium } from '../../../../../src/lib/flame/text/demangle-itanium.ts';
import { demangleRustLegacy } from '../../../../../src/lib/flame/text/demangle-rust-legacy.ts';
import { demangleRustV0 } from '../../../../../src/lib/flame/text/demangle-rust-v0.ts';
import { plainSymbol } from '../../../../../src/lib/flame/text/symbol.ts';

// Expected names are what llvm-cxxfilt, rustc-demangle's {:#} and c++filt -p print.
describe('Rust, v0', () => {
  test.each([
    ['_RNvNtCs1234_7mycrate3foo3bar', 'mycrate::foo::bar'],
    ['_RNvMs_Cs4Cv8Wi1oAIB_7mycrateNtB4_7Example3foo', '<mycrate::Example>::foo'],
    ['_RINvNtC3std3mem8align_ofjE', 'std::mem::align_of::<usize>'],
    ['_RNCNvCsbmNqQUJIY6D_4core3foo0', 'core::foo::{closure#0}'],
    ['_RINvCs1_1a1bFUKCEuE', 'a::b::<unsafe extern "C" fn()>'],
    ['_RINvCs1_1a1bDNtNtC4core3fmt5DebugEL_E', 'a::b::<dyn core::fmt::Debug>'],
    ['_RINvCs1_1a1bKj7b_E', 'a::b::<123>'],
    ['_RNvYINtC1a1BxENtC1a1T1f', '<a::B<i64> as a::T>::f'],
    ['_RNvC6_123foo3bar', '123foo::bar'],
    ['_RNvCs1_4mainu8gdel_5qa', 'main::gödel'],
    ['_RINvCs1_1a1bRShTlxEE', 'a::b::<&[u8], (i32, i64)>'],
    ['__RNvCs1234_7mycrate3foo.llvm.123', 'mycrate::foo'],
  ])('%s', (symbol, name) => {
    expect(demangleRustV0(symbol)).toBe(name);
  });

  test.each(['_R', '_RNv', '_RNvC3fooB', '_RC0zz', '_ZN3foo3barE', 'main', '_RNvB_3foo'])(
    '%s is none',
    (symbol) => {
      expect(demangleRustV0(symbol)).toBeUndefined();
    },
  );

  test('back references that double what they name are given up, not written out', () => {
    let symbol = '_RINvC1a1b';
    let before = '';
    for (let i = 0; i < 60; i++) {
      const here = symbol.length - 2; // positions count from behind `_R`
      symbol += before === '' ? 'TllE' : `TB${before}B${before}E`;
      before = base62(here);
    }
    expect(demangleRustV0(`${symbol}E`)).toBeUndefined();
  });
});

/** `_` is 0, `0_` is 1. */
function base62(value: number): string {
  if (value === 0) return '_';
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let text = '';
  for (let rest = value - 1; ; rest = Math.floor(rest / 62)) {
    text = (digits[rest % 62] ?? '') + text;
    if (rest < 62) return `${text}_`;
  }
}

describe('Rust, legacy', () => {
  test.each([
    ['_ZN4core3fmt5write17h0123456789abcdefE', 'core::fmt::write'],
    [
      '_ZN71_$LT$Test$u20$$u2b$$u20$$u27$static$u20$as$u20$foo..Bar$LT$Test$GT$$GT$3bar17h930b740aa94f1d3aE',
      "<Test + 'static as foo::Bar<Test>>::bar",
    ],
    [
      '__ZN3std2rt10lang_start28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE.llvm.123',
      'std::rt::lang_start::{{closure}}',
    ],
  ])('%s', (symbol, name) => {
    expect(demangleRustLegacy(symbol)).toBe(name);
  });

  test('a C++ name without Rust’s hash is not taken for Rust', () => {
    expect(demangleRustLegacy('_ZN3foo3barE')).toBeUndefined();
    expect(plainSymbol('_ZN3foo3barEv')).toBe('foo::bar');
  });

  test('half undone names are finished', () => {
    expect(
      plainSymbol(
        '_$LT$$RF$mut$u20$I$u20$as$u20$core..iter..Iterator$GT$::next::h01cfe524df2e1837',
      ),
    ).toBe('<&mut I as core::iter::Iterator>::next');
  });
});

describe('C++', () => {
  test.each([
    ['_ZNSt6vectorIiSaIiEE9push_backERKi', 'std::vector<int, std::allocator<int>>::push_back'],
    ['_ZN3FooC2ERKS_', 'Foo::Foo'],
    ['_ZN3FooD1Ev', 'Foo::~Foo'],
    [
      '_ZStlsISt11char_traitsIcEERSt13basic_ostreamIcT_ES5_PKc',
      'std::operator<< <std::char_traits<char>>',
    ],
    ['_ZN12_GLOBAL__N_13runEv', '(anonymous namespace)::run'],
    ['_ZZ4mainENKUlvE_clEv', 'main::{lambda()#1}::operator()'],
    ['_ZTV3Foo', 'vtable for Foo'],
    ['_ZThn16_N3Foo3barEv', 'non-virtual thunk to Foo::bar'],
    ['_ZN1AIPFivEE1fEv', 'A<int (*)()>::f'],
    ['_ZN1AILb1ELi5EE1fEv', 'A<true, 5>::f'],
    ['_Znwm', 'operator new'],
    [
      '_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4sizeEv.isra.0',
      'std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char>>::size',
    ],
  ])('%s', (symbol, name) => {
    expect(demangleItanium(symbol)?.replace(/ (?=<)/, '')).toBe(name.replace(/ (?=<)/, ''));
  });

  test('what is not understood for sure stays as it is', () => {
    for (const symbol of ['_ZN1AIXsr1BE1cEE1fEv', '_ZDv4_f', '_Z', '_ZN', '_ZN3fo', '_ZNS9_1fE']) {
      expect(plainSymbol(symbol)).toBe(symbol);
    }
  });
});

describe('any symbol at all', () => {
  const alphabet = [...'_RZNSCIETBKLQPOFDXY0123456789abcdefghijklmnopqrstuvw$.'];
  const mangled = fc
    .tuple(
      fc.constantFrom('_R', '_ZN', '_Z', '_RINv', '_RNv'),
      fc.string({ unit: fc.constantFrom(...alphabet) }),
    )
    .map(([start, rest]) => start + rest);

  test('gives a name or itself, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(mangled, fc.string({ unit: 'binary' })), (symbol) => {
        expect(typeof plainSymbol(symbol)).toBe('string');
      }),
      { seed: 5, numRuns: 3000 },
    );
  });
});
