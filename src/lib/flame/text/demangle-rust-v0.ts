import { MangledText, NotMangled, demangledOrNot } from './mangled-text.ts';
import { decodePunycode } from './punycode.ts';

/**
 * Demangles Rust's v0 scheme (RFC 2603, rustc book "v0 Symbol Format"), without crate hashes, the
 * way `rustc-demangle`'s `{:#}` prints. `undefined` for anything else or newer than this grammar.
 */
export function demangleRustV0(symbol: string): string | undefined {
  const start = /^_{0,2}R(?=[A-Z])/.exec(symbol)?.[0];
  if (start === undefined) return undefined;
  const end = symbol.search(/[.@]/);
  const mangled = new MangledText(symbol.slice(0, end < 0 ? undefined : end), start.length);
  return demangledOrNot(() => new V0Reader(mangled, start.length).symbol());
}

const basicTypes: Readonly<Record<string, string>> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  p: '_',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
};

class V0Reader {
  readonly #input: MangledText;
  readonly #start: number;
  #boundLifetimes = 0;

  constructor(input: MangledText, start: number) {
    this.#input = input;
    this.#start = start;
  }

  symbol(): string {
    const name = this.#path(true);
    if (/[A-Z]/.test(this.#input.peek())) this.#path(false); // the instantiating crate
    if (!this.#input.isAtEnd) throw new NotMangled('more than a symbol');
    return name;
  }

  #path(inValue: boolean): string {
    return this.#input.nested(() => {
      const tag = this.#input.next();
      switch (tag) {
        case 'C':
          return this.#identifier().name;
        case 'N':
          return this.#nestedPath(inValue);
        case 'M':
          this.#implPath();
          return `<${this.#type()}>`;
        case 'X':
          this.#implPath();
          return `<${this.#type()} as ${this.#path(false)}>`;
        case 'Y':
          return `<${this.#type()} as ${this.#path(false)}>`;
        case 'I': {
          const path = this.#path(inValue);
          const args = this.#until('E', () => this.#genericArg()).join(', ');
          return inValue ? `${path}::<${args}>` : `${path}<${args}>`;
        }
        case 'B':
          return this.#backReference(() => this.#path(inValue));
        default:
          throw new NotMangled(`no path starts with ${tag}`);
      }
    });
  }

  #nestedPath(inValue: boolean): string {
    const namespace = this.#input.next();
    const path = this.#path(inValue);
    const { name, disambiguator } = this.#identifier();
    if (/[a-z]/.test(namespace)) return name === '' ? path : `${path}::${name}`;
    const kind = { C: 'closure', S: 'shim' }[namespace] ?? namespace;
    return `${path}::{${kind}${name === '' ? '' : `:${name}`}#${disambiguator}}`;
  }

  /** Says in which module an impl stands: left out, as its type says more. */
  #implPath(): void {
    this.#disambiguator();
    this.#path(false);
  }

  #disambiguator(): number {
    return this.#input.eat('s') ? this.#base62() + 1 : 0;
  }

  #identifier(): { name: string; disambiguator: number } {
    const disambiguator = this.#disambiguator();
    return { name: this.#undisambiguated(), disambiguator };
  }

  #undisambiguated(): string {
    const isPunycode = this.#input.eat('u');
    const length = this.#input.decimal();
    this.#input.eat('_');
    const bytes = this.#input.take(length);
    if (!isPunycode) return bytes;
    const name = decodePunycode(bytes);
    if (name === undefined) throw new NotMangled('bad Punycode');
    return name;
  }

  #base62(): number {
    if (this.#input.eat('_')) return 0;
    let value = 0;
    while (!this.#input.eat('_')) {
      const digit = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(
        this.#input.next(),
      );
      value = value * 62 + digit;
      if (digit < 0 || value > 2 ** 64) throw new NotMangled('bad base-62 number');
    }
    return value + 1;
  }

  #until<T>(end: string, parse: () => T): T[] {
    const parts: T[] = [];
    while (!this.#input.eat(end)) parts.push(parse());
    return parts;
  }

  #backReference<T>(parse: () => T): T {
    const here = this.#input.at - 1;
    const target = this.#start + this.#base62();
    if (target >= here) throw new NotMangled('a reference forward');
    const back = this.#input.at;
    this.#input.at = target;
    const result = parse();
    this.#input.at = back;
    return result;
  }

  #genericArg(): string {
    if (this.#input.eat('L')) return this.#lifetime();
    return this.#input.eat('K') ? this.#constant() : this.#type();
  }

  #lifetime(): string {
    const index = this.#base62();
    if (index === 0) return "'_";
    const depth = this.#boundLifetimes - index;
    if (depth < 0) throw new NotMangled('an unbound lifetime');
    return depth < 26 ? `'${String.fromCharCode(97 + depth)}` : `'_${depth}`;
  }

  #type(): string {
    return this.#input.nested(() => {
      const tag = this.#input.peek();
      const basic = Object.hasOwn(basicTypes, tag) ? basicTypes[tag] : undefined;
      if (basic === undefined) return this.#compoundType(tag);
      this.#input.next();
      return basic;
    });
  }

  #compoundType(tag: string): string {
    if (/[CMXYNI]/.test(tag)) return this.#path(false);
    this.#input.next();
    switch (tag) {
      case 'A':
        return `[${this.#type()}; ${this.#constant()}]`;
      case 'S':
        return `[${this.#type()}]`;
      case 'T': {
        const parts = this.#until('E', () => this.#type());
        return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
      }
      case 'R':
        return `&${this.#referenceLifetime()}${this.#type()}`;
      case 'Q':
        return `&${this.#referenceLifetime()}mut ${this.#type()}`;
      case 'P':
        return `*const ${this.#type()}`;
      case 'O':
        return `*mut ${this.#type()}`;
      case 'F':
        return this.#bound(() => this.#functionType());
      case 'D':
        return this.#dynType();
      case 'B':
        return this.#backReference(() => this.#type());
      default:
        throw new NotMangled(`no type starts with ${tag}`);
    }
  }

  #referenceLifetime(): string {
    if (!this.#input.eat('L')) return '';
    const lifetime = this.#lifetime();
    return lifetime === "'_" ? '' : `${lifetime} `;
  }

  #bound(parse: () => string): string {
    const count = this.#input.eat('G') ? this.#base62() + 1 : 0;
    if (count > 50) throw new NotMangled('too many lifetimes');
    const first = this.#boundLifetimes;
    this.#boundLifetimes += count;
    const names = Array.from(
      { length: count },
      (_, i) => `'${String.fromCharCode(97 + first + i)}`,
    );
    const inner = parse();
    this.#boundLifetimes = first;
    return count === 0 ? inner : `for<${names.join(', ')}> ${inner}`;
  }

  #functionType(): string {
    const unsafe = this.#input.eat('U') ? 'unsafe ' : '';
    const abi = this.#input.eat('K') ? `extern "${this.#abi()}" ` : '';
    const parameters = this.#until('E', () => this.#type()).join(', ');
    const result = this.#type();
    return `${unsafe}${abi}fn(${parameters})${result === '()' ? '' : ` -> ${result}`}`;
  }

  #abi(): string {
    return this.#input.eat('C') ? 'C' : this.#undisambiguated().replaceAll('_', '-');
  }

  #dynType(): string {
    const bounds = this.#bound(() => this.#until('E', () => this.#dynTrait()).join(' + '));
    this.#input.expect('L');
    const lifetime = this.#lifetime();
    return `dyn ${bounds}${lifetime === "'_" ? '' : ` + ${lifetime}`}`;
  }

  #dynTrait(): string {
    const path = this.#path(false);
    const bindings: string[] = [];
    while (this.#input.eat('p')) bindings.push(`${this.#undisambiguated()} = ${this.#type()}`);
    if (bindings.length === 0) return path;
    return path.endsWith('>')
      ? `${path.slice(0, -1)}, ${bindings.join(', ')}>`
      : `${path}<${bindings.join(', ')}>`;
  }

  /** Integers, `bool` and `char`; what newer compilers add is given up. */
  #constant(): string {
    if (this.#input.eat('p')) return '_';
    if (this.#input.eat('B')) return this.#backReference(() => this.#constant());
    const type = this.#input.next();
    const negative = this.#input.eat('n') ? '-' : '';
    const hex = /^[0-9a-f]*_/.exec(
      this.#input.text.slice(this.#input.at, this.#input.at + 64),
    )?.[0];
    if (hex === undefined) throw new NotMangled('expected a constant');
    this.#input.at += hex.length;
    const value = BigInt(hex === '_' ? 0 : `0x${hex.slice(0, -1)}`);
    if ('ahijlmnostxy'.includes(type)) return `${negative}${value}`;
    if (type === 'b' && value < 2n) return value === 1n ? 'true' : 'false';
    if (type === 'c' && value <= 0x10ffffn) return `'${String.fromCodePoint(Number(value))}'`;
    throw new NotMangled('a constant of an unknown type');
  }
}
