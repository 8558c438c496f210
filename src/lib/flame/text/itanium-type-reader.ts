import { builtinTypes, integerSuffixes, wellKnown } from './itanium-tables.ts';
import type { MangledText } from './mangled-text.ts';
import { NotMangled } from './mangled-text.ts';

/** Stands for a template parameter: harmless in a part that is left out, fatal where it shows. */
export const unseen = '\u0000';

/** A declarator wraps around what it declares: `int (*` and `)(char)`. */
export interface TypeText {
  readonly left: string;
  readonly right: string;
}

/** Reads types and template arguments; names of types are read by who extends it. */
export abstract class ItaniumTypeReader {
  protected readonly input: MangledText;
  protected readonly substitutions: TypeText[] = [];

  constructor(input: MangledText) {
    this.input = input;
  }

  /** A qualified name, with its template arguments. */
  protected abstract name(): { readonly text: string };

  protected sourceName(): string {
    const name = this.input.take(this.input.decimal());
    if (name === '') throw new NotMangled('an empty name');
    return /^_GLOBAL_[._$]N/.test(name) ? '(anonymous namespace)' : name;
  }

  /** `_` is the first, `0_` the second. */
  protected number(): number {
    if (this.input.eat('_')) return 1;
    const number = this.input.decimal() + 2;
    this.input.expect('_');
    return number;
  }

  protected until<T>(end: string, parse: () => T): T[] {
    const parts: T[] = [];
    while (!this.input.eat(end)) parts.push(parse());
    return parts;
  }

  protected templateArgs(): string {
    this.input.expect('I');
    const args = this.until('E', () => this.templateArg()).filter((arg) => arg !== '');
    return `<${args.join(', ')}>`;
  }

  protected templateArg(): string {
    return this.input.nested(() => {
      if (this.input.eat('J')) return this.until('E', () => this.templateArg()).join(', ');
      if (this.input.eat('L')) return this.literal();
      if (this.input.peek() === 'X') throw new NotMangled('an expression');
      return printed(this.type());
    });
  }

  protected literal(): string {
    if (this.input.peek() === '_') throw new NotMangled('an address');
    const code = this.input.peek();
    const type = printed(this.type());
    const value = /^n?\d+/.exec(this.input.text.slice(this.input.at))?.[0];
    if (value === undefined) throw new NotMangled('a literal');
    this.input.at += value.length;
    this.input.expect('E');
    const number = value.replace('n', '-');
    if (code === 'b' && /^[01]$/.test(number)) return number === '1' ? 'true' : 'false';
    if (Object.hasOwn(integerSuffixes, code)) return number + (integerSuffixes[code] ?? '');
    return `(${type})${number}`;
  }

  protected type(): TypeText {
    return this.input.nested(() => {
      const builtin = this.builtin();
      if (builtin !== undefined) return plain(builtin);
      if (this.input.peek() === 'S' && !this.input.startsWith('St')) return this.knownType();
      const type = this.compoundType();
      this.remember(type);
      return type;
    });
  }

  protected builtin(): string | undefined {
    const one = this.input.peek();
    const two = this.input.text.slice(this.input.at, this.input.at + 2);
    const code = Object.hasOwn(builtinTypes, one) ? one : two;
    if (!Object.hasOwn(builtinTypes, code)) return undefined;
    this.input.at += code.length;
    return builtinTypes[code];
  }

  /** A substitution stands for itself; with arguments it is a new type. */
  protected knownType(): TypeText {
    const known = this.substitution();
    if (this.input.peek() !== 'I') return known;
    const type = plain(printed(known) + this.templateArgs());
    this.remember(type);
    return type;
  }

  protected compoundType(): TypeText {
    const code = this.input.peek();
    if (/[\dNZ]/.test(code) || this.input.startsWith('St')) return plain(this.name().text);
    if (code === 'T') return this.parameterType();
    this.input.next();
    switch (code) {
      case 'r':
      case 'V':
      case 'K':
        return this.qualified(code);
      case 'P':
        return declared(this.type(), '*');
      case 'R':
        return declared(this.type(), '&');
      case 'O':
        return declared(this.type(), '&&');
      case 'F':
        return this.functionType();
      case 'A':
        return this.arrayType();
      case 'M': {
        const scope = printed(this.type());
        return declared(this.type(), `${scope}::*`);
      }
      case 'u':
        return plain(this.sourceName());
      default:
        throw new NotMangled(`no type starts with ${code}`);
    }
  }

  protected parameterType(): TypeText {
    const parameter = this.templateParameter();
    if (this.input.peek() !== 'I') return parameter;
    this.remember(parameter);
    return plain(printed(parameter) + this.templateArgs());
  }

  protected templateParameter(): TypeText {
    this.input.expect('T');
    this.number();
    return plain(unseen);
  }

  protected qualified(first: string): TypeText {
    let codes = first;
    while (/[rVK]/.test(this.input.peek())) codes += this.input.next();
    const { left, right } = this.type();
    const words = { K: ' const', V: ' volatile', r: ' restrict' } as const;
    const all = (['K', 'V', 'r'] as const).filter((code) => codes.includes(code));
    const qualifiers = all.map((code) => words[code]).join('');
    // Of a function type they belong behind the parameters, of all else in front of the declarator.
    return right.startsWith('(')
      ? { left, right: right + qualifiers }
      : { left: left + qualifiers, right };
  }

  protected functionType(): TypeText {
    this.input.eat('Y');
    const result = this.type();
    const parameters: string[] = [];
    let reference = '';
    while (!this.input.eat('E')) {
      const isLast = this.input.text.charAt(this.input.at + 1) === 'E';
      if (isLast && /[RO]/.test(this.input.peek()))
        reference = this.input.next() === 'R' ? ' &' : ' &&';
      else parameters.push(printed(this.type()));
    }
    const list = parameters.length === 1 && parameters[0] === 'void' ? '' : parameters.join(', ');
    return { left: `${result.left} `, right: `(${list})${reference}${result.right}` };
  }

  protected arrayType(): TypeText {
    const length = /^\d*_/.exec(this.input.text.slice(this.input.at))?.[0];
    if (length === undefined) throw new NotMangled('an array of computed length');
    this.input.at += length.length;
    const { left, right } = this.type();
    return {
      left: left.endsWith(' ') ? left : `${left} `,
      right: `[${length.slice(0, -1)}]${right}`,
    };
  }

  protected remember(type: TypeText): void {
    this.substitutions.push(type);
  }

  protected substitution(): TypeText {
    const code = this.input.take(2);
    if (Object.hasOwn(wellKnown, code)) return plain(wellKnown[code] ?? '');
    let index = 0;
    if (code !== 'S_') {
      this.input.at--;
      const digits = /^[\dA-Z]+(?=_)/.exec(this.input.text.slice(this.input.at))?.[0];
      if (digits === undefined) throw new NotMangled('no substitution');
      this.input.at += digits.length + 1;
      index = Number.parseInt(digits, 36) + 1;
    }
    const known = this.substitutions[index];
    if (known === undefined) throw new NotMangled('a substitution of nothing');
    return known;
  }
}

export function plain(text: string): TypeText {
  return { left: text, right: '' };
}

export function printed({ left, right }: TypeText): string {
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
