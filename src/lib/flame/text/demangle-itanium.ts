import {
  builtinTypes,
  integerSuffixes,
  operators,
  specialNames,
  wellKnown,
} from './itanium-tables.ts';
import { MangledText, NotMangled, demangledOrNot } from './mangled-text.ts';

/**
 * Demangles C++ names of the Itanium ABI (GCC, Clang), without the parameters of the function: they
 * are the longest part and say the least. (Overloads then look alike: the raw name is the key.)
 *
 * A part of the grammar is given up rather than guessed at, and the result is `undefined`:
 * expressions, `decltype`, vector types, and names in which a template parameter stands where it is
 * seen. So what is given is right, or nothing is.
 */
export function demangleItanium(symbol: string): string | undefined {
  const start = /^_{1,2}Z(?=[A-Za-z\d])/.exec(symbol)?.[0];
  if (start === undefined) return undefined;
  const end = symbol.search(/[.@]/);
  const mangled = new MangledText(symbol.slice(0, end < 0 ? undefined : end), start.length);
  const name = demangledOrNot(() => new ItaniumReader(mangled).symbol());
  return name?.includes(unseen) === true ? undefined : name;
}

/** Stands for a template parameter: harmless in a part that is left out, fatal where it shows. */
const unseen = '\u0000';

/** A declarator wraps around what it declares: `int (*` and `)(char)`. */
interface TypeText {
  readonly left: string;
  readonly right: string;
}

interface Name {
  readonly text: string;
  /** The last identifier, which constructors repeat. */
  readonly last: string;
}

class ItaniumReader {
  readonly #input: MangledText;
  readonly #substitutions: TypeText[] = [];

  constructor(input: MangledText) {
    this.#input = input;
  }

  symbol(): string {
    const special = this.#input.text.slice(this.#input.at, this.#input.at + 2);
    if (Object.hasOwn(specialNames, special)) {
      this.#input.at += 2;
      return (specialNames[special] ?? '') + printed(this.#type());
    }
    if (this.#input.eat('GV')) return `guard variable for ${this.#name().text}`;
    if (this.#input.eat('Th')) return this.#thunk('non-virtual thunk to ', 1);
    if (this.#input.eat('Tv')) return this.#thunk('virtual thunk to ', 2);
    if (/^(?:T|G[A-Z])/.test(special)) throw new NotMangled('a special name');
    return this.#name().text;
  }

  #thunk(what: string, offsets: number): string {
    for (let i = 0; i < offsets; i++) {
      this.#input.eat('n');
      this.#input.decimal();
      this.#input.expect('_');
    }
    return what + this.#name().text;
  }

  #name(): Name {
    return this.#input.nested(() => {
      if (this.#input.eat('N')) return this.#nestedName();
      if (this.#input.eat('Z')) return this.#localName();
      if (this.#input.peek() === 'S' && !this.#input.startsWith('St')) {
        const known = this.#substitution();
        return this.#withTemplateArgs(nameOf(printed(known)));
      }
      const scope = this.#input.eat('St') ? 'std::' : '';
      const { text, last } = this.#unqualified('');
      const name = { text: scope + text, last };
      if (this.#input.peek() === 'I') this.#remember(plain(name.text));
      return this.#withTemplateArgs(name);
    });
  }

  #withTemplateArgs(name: Name): Name {
    if (this.#input.peek() !== 'I') return name;
    return { text: name.text + this.#templateArgs(), last: name.last };
  }

  #nestedName(): Name {
    while (/[rVKRO]/.test(this.#input.peek())) this.#input.next();
    let name: Name = { text: '', last: '' };
    let remembered = 0;
    while (!this.#input.eat('E')) {
      if (this.#input.peek() === 'I') {
        name = { text: name.text + this.#templateArgs(), last: name.last };
      } else if (this.#input.eat('St')) {
        name = { text: 'std', last: 'std' };
        continue;
      } else if (this.#input.peek() === 'S') {
        name = nameOf(printed(this.#substitution()));
        continue;
      } else if (this.#input.peek() === 'T') {
        name = nameOf(printed(this.#templateParameter()));
      } else {
        const part = this.#unqualified(name.last);
        const scope = name.text === '' ? '' : `${name.text}::`;
        name = { text: scope + part.text, last: part.last };
      }
      this.#remember(plain(name.text));
      remembered++;
    }
    // The whole name is no prefix of itself; where it is a type, `#type` remembers it.
    if (remembered > 0) this.#substitutions.pop();
    return name;
  }

  #localName(): Name {
    const scope = this.#name().text;
    while (!this.#input.eat('E')) this.#type();
    if (this.#input.eat('s')) {
      this.#discriminator();
      return { text: `${scope}::string literal`, last: '' };
    }
    if (this.#input.peek() === 'd') throw new NotMangled('a default argument');
    const entity = this.#name();
    this.#discriminator();
    return { text: `${scope}::${entity.text}`, last: entity.last };
  }

  #discriminator(): void {
    if (!this.#input.eat('_')) return;
    if (!this.#input.eat('_')) this.#input.decimal();
    else {
      this.#input.decimal();
      this.#input.expect('_');
    }
  }

  /** `within` is the class that a constructor is of. */
  #unqualified(within: string): Name {
    this.#input.eat('L');
    const start = this.#input.peek();
    let name: string;
    if (/\d/.test(start)) name = this.#sourceName();
    else if (/[CD]/.test(start) && within !== '') name = this.#structor(within);
    else if (this.#input.eat('Ut')) name = `{unnamed type#${this.#number()}}`;
    else if (this.#input.eat('Ul')) name = this.#lambda();
    else name = this.#operator();
    const last = name;
    while (this.#input.eat('B')) name += `[abi:${this.#sourceName()}]`;
    return { text: name, last };
  }

  #sourceName(): string {
    const name = this.#input.take(this.#input.decimal());
    if (name === '') throw new NotMangled('an empty name');
    return /^_GLOBAL_[._$]N/.test(name) ? '(anonymous namespace)' : name;
  }

  #structor(within: string): string {
    const code = this.#input.take(2);
    if (/^C[1-5]$/.test(code)) return within;
    if (/^D[0-5]$/.test(code)) return `~${within}`;
    throw new NotMangled(`${code} is no constructor`);
  }

  #lambda(): string {
    const types = this.#until('E', () => printed(this.#type()));
    const parameters = types.length === 1 && types[0] === 'void' ? '' : types.join(', ');
    return `{lambda(${parameters})#${this.#number()}}`;
  }

  /** `_` is the first, `0_` the second. */
  #number(): number {
    if (this.#input.eat('_')) return 1;
    const number = this.#input.decimal() + 2;
    this.#input.expect('_');
    return number;
  }

  #operator(): string {
    const code = this.#input.take(2);
    if (code === 'cv') return `operator ${printed(this.#type())}`;
    if (code === 'li') return `operator"" ${this.#sourceName()}`;
    const sign = Object.hasOwn(operators, code) ? operators[code] : undefined;
    if (sign === undefined) throw new NotMangled(`${code} is no operator`);
    return `operator${sign}`;
  }

  #until<T>(end: string, parse: () => T): T[] {
    const parts: T[] = [];
    while (!this.#input.eat(end)) parts.push(parse());
    return parts;
  }

  #templateArgs(): string {
    this.#input.expect('I');
    const args = this.#until('E', () => this.#templateArg()).filter((arg) => arg !== '');
    return `<${args.join(', ')}>`;
  }

  #templateArg(): string {
    return this.#input.nested(() => {
      if (this.#input.eat('J')) return this.#until('E', () => this.#templateArg()).join(', ');
      if (this.#input.eat('L')) return this.#literal();
      if (this.#input.peek() === 'X') throw new NotMangled('an expression');
      return printed(this.#type());
    });
  }

  #literal(): string {
    if (this.#input.peek() === '_') throw new NotMangled('an address');
    const code = this.#input.peek();
    const type = printed(this.#type());
    const value = /^n?\d+/.exec(this.#input.text.slice(this.#input.at))?.[0];
    if (value === undefined) throw new NotMangled('a literal');
    this.#input.at += value.length;
    this.#input.expect('E');
    const number = value.replace('n', '-');
    if (code === 'b' && /^[01]$/.test(number)) return number === '1' ? 'true' : 'false';
    if (Object.hasOwn(integerSuffixes, code)) return number + (integerSuffixes[code] ?? '');
    return `(${type})${number}`;
  }

  #type(): TypeText {
    return this.#input.nested(() => {
      const builtin = this.#builtin();
      if (builtin !== undefined) return plain(builtin);
      if (this.#input.peek() === 'S' && !this.#input.startsWith('St')) return this.#knownType();
      const type = this.#compoundType();
      this.#remember(type);
      return type;
    });
  }

  #builtin(): string | undefined {
    const one = this.#input.peek();
    const two = this.#input.text.slice(this.#input.at, this.#input.at + 2);
    const code = Object.hasOwn(builtinTypes, one) ? one : two;
    if (!Object.hasOwn(builtinTypes, code)) return undefined;
    this.#input.at += code.length;
    return builtinTypes[code];
  }

  /** A substitution stands for itself; with arguments it is a new type. */
  #knownType(): TypeText {
    const known = this.#substitution();
    if (this.#input.peek() !== 'I') return known;
    const type = plain(printed(known) + this.#templateArgs());
    this.#remember(type);
    return type;
  }

  #compoundType(): TypeText {
    const code = this.#input.peek();
    if (/[\dNZ]/.test(code) || this.#input.startsWith('St')) return plain(this.#name().text);
    if (code === 'T') return this.#parameterType();
    this.#input.next();
    switch (code) {
      case 'r':
      case 'V':
      case 'K':
        return this.#qualified(code);
      case 'P':
        return declared(this.#type(), '*');
      case 'R':
        return declared(this.#type(), '&');
      case 'O':
        return declared(this.#type(), '&&');
      case 'F':
        return this.#functionType();
      case 'A':
        return this.#arrayType();
      case 'M': {
        const scope = printed(this.#type());
        return declared(this.#type(), `${scope}::*`);
      }
      case 'u':
        return plain(this.#sourceName());
      default:
        throw new NotMangled(`no type starts with ${code}`);
    }
  }

  #parameterType(): TypeText {
    const parameter = this.#templateParameter();
    if (this.#input.peek() !== 'I') return parameter;
    this.#remember(parameter);
    return plain(printed(parameter) + this.#templateArgs());
  }

  #templateParameter(): TypeText {
    this.#input.expect('T');
    this.#number();
    return plain(unseen);
  }

  #qualified(first: string): TypeText {
    let codes = first;
    while (/[rVK]/.test(this.#input.peek())) codes += this.#input.next();
    const { left, right } = this.#type();
    const words = { K: ' const', V: ' volatile', r: ' restrict' } as const;
    const all = (['K', 'V', 'r'] as const).filter((code) => codes.includes(code));
    const qualifiers = all.map((code) => words[code]).join('');
    // Of a function type they belong behind the parameters, of all else in front of the declarator.
    return right.startsWith('(')
      ? { left, right: right + qualifiers }
      : { left: left + qualifiers, right };
  }

  #functionType(): TypeText {
    this.#input.eat('Y');
    const result = this.#type();
    const parameters: string[] = [];
    let reference = '';
    while (!this.#input.eat('E')) {
      const isLast = this.#input.text.charAt(this.#input.at + 1) === 'E';
      if (isLast && /[RO]/.test(this.#input.peek()))
        reference = this.#input.next() === 'R' ? ' &' : ' &&';
      else parameters.push(printed(this.#type()));
    }
    const list = parameters.length === 1 && parameters[0] === 'void' ? '' : parameters.join(', ');
    return { left: `${result.left} `, right: `(${list})${reference}${result.right}` };
  }

  #arrayType(): TypeText {
    const length = /^\d*_/.exec(this.#input.text.slice(this.#input.at))?.[0];
    if (length === undefined) throw new NotMangled('an array of computed length');
    this.#input.at += length.length;
    const { left, right } = this.#type();
    return {
      left: left.endsWith(' ') ? left : `${left} `,
      right: `[${length.slice(0, -1)}]${right}`,
    };
  }

  #remember(type: TypeText): void {
    this.#substitutions.push(type);
  }

  #substitution(): TypeText {
    const code = this.#input.take(2);
    if (Object.hasOwn(wellKnown, code)) return plain(wellKnown[code] ?? '');
    let index = 0;
    if (code !== 'S_') {
      this.#input.at--;
      const digits = /^[\dA-Z]+(?=_)/.exec(this.#input.text.slice(this.#input.at))?.[0];
      if (digits === undefined) throw new NotMangled('no substitution');
      this.#input.at += digits.length + 1;
      index = Number.parseInt(digits, 36) + 1;
    }
    const known = this.#substitutions[index];
    if (known === undefined) throw new NotMangled('a substitution of nothing');
    return known;
  }
}

function plain(text: string): TypeText {
  return { left: text, right: '' };
}

function printed({ left, right }: TypeText): string {
  return left + right;
}

/** Puts `*` or `&` where it belongs: `int*`, but `int (*)(char)` and `int (&) [3]`. */
function declared({ left, right }: TypeText, sign: string): TypeText {
  if (right.startsWith('(') || right.startsWith('[')) {
    return { left: `${left}(${sign}`, right: `)${right.startsWith('[') ? ' ' : ''}${right}` };
  }
  if (sign.startsWith('&') && /&$/.test(left)) return { left: left.replace(/&+$/, '&'), right };
  return { left: left + (sign.endsWith('::*') ? ` ${sign}` : sign), right };
}

/** The last identifier of a qualified name, without its template arguments. */
function nameOf(text: string): Name {
  let depth = 0;
  let end = text.length;
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text.charAt(i);
    if (character === '>') depth++;
    else if (character === '<') {
      depth--;
      if (depth === 0) end = i;
    } else if (depth === 0 && text.startsWith('::', i - 1)) {
      return { text, last: text.slice(i + 1, end) };
    }
  }
  return { text, last: text.slice(0, end) };
}
