import { operators, specialNames } from './itanium-tables.ts';
import { ItaniumTypeReader, plain, printed, unseen } from './itanium-type-reader.ts';
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

interface Name {
  readonly text: string;
  /** The last identifier, which constructors repeat. */
  readonly last: string;
}

class ItaniumReader extends ItaniumTypeReader {
  symbol(): string {
    const special = this.input.text.slice(this.input.at, this.input.at + 2);
    if (Object.hasOwn(specialNames, special)) {
      this.input.at += 2;
      return (specialNames[special] ?? '') + printed(this.type());
    }
    if (this.input.eat('GV')) return `guard variable for ${this.name().text}`;
    if (this.input.eat('Th')) return this.thunk('non-virtual thunk to ', 1);
    if (this.input.eat('Tv')) return this.thunk('virtual thunk to ', 2);
    if (/^(?:T|G[A-Z])/.test(special)) throw new NotMangled('a special name');
    return this.name().text;
  }

  protected thunk(what: string, offsets: number): string {
    for (let i = 0; i < offsets; i++) {
      this.input.eat('n');
      this.input.decimal();
      this.input.expect('_');
    }
    return what + this.name().text;
  }

  protected override name(): Name {
    return this.input.nested(() => {
      if (this.input.eat('N')) return this.nestedName();
      if (this.input.eat('Z')) return this.localName();
      if (this.input.peek() === 'S' && !this.input.startsWith('St')) {
        const known = this.substitution();
        return this.withTemplateArgs(nameOf(printed(known)));
      }
      const scope = this.input.eat('St') ? 'std::' : '';
      const { text, last } = this.unqualified('');
      const name = { text: scope + text, last };
      if (this.input.peek() === 'I') this.remember(plain(name.text));
      return this.withTemplateArgs(name);
    });
  }

  protected withTemplateArgs(name: Name): Name {
    if (this.input.peek() !== 'I') return name;
    return { text: name.text + this.templateArgs(), last: name.last };
  }

  protected nestedName(): Name {
    while (/[rVKRO]/.test(this.input.peek())) this.input.next();
    let name: Name = { text: '', last: '' };
    let remembered = 0;
    while (!this.input.eat('E')) {
      if (this.input.peek() === 'I') {
        name = { text: name.text + this.templateArgs(), last: name.last };
      } else if (this.input.eat('St')) {
        name = { text: 'std', last: 'std' };
        continue;
      } else if (this.input.peek() === 'S') {
        name = nameOf(printed(this.substitution()));
        continue;
      } else if (this.input.peek() === 'T') {
        name = nameOf(printed(this.templateParameter()));
      } else {
        const part = this.unqualified(name.last);
        const scope = name.text === '' ? '' : `${name.text}::`;
        name = { text: scope + part.text, last: part.last };
      }
      this.remember(plain(name.text));
      remembered++;
    }
    // The whole name is no prefix of itself; where it is a type, `#type` remembers it.
    if (remembered > 0) this.substitutions.pop();
    return name;
  }

  protected localName(): Name {
    const scope = this.name().text;
    while (!this.input.eat('E')) this.type();
    if (this.input.eat('s')) {
      this.discriminator();
      return { text: `${scope}::string literal`, last: '' };
    }
    if (this.input.peek() === 'd') throw new NotMangled('a default argument');
    const entity = this.name();
    this.discriminator();
    return { text: `${scope}::${entity.text}`, last: entity.last };
  }

  protected discriminator(): void {
    if (!this.input.eat('_')) return;
    if (!this.input.eat('_')) this.input.decimal();
    else {
      this.input.decimal();
      this.input.expect('_');
    }
  }

  /** `within` is the class that a constructor is of. */
  protected unqualified(within: string): Name {
    this.input.eat('L');
    const start = this.input.peek();
    let name: string;
    if (/\d/.test(start)) name = this.sourceName();
    else if (/[CD]/.test(start) && within !== '') name = this.structor(within);
    else if (this.input.eat('Ut')) name = `{unnamed type#${this.number()}}`;
    else if (this.input.eat('Ul')) name = this.lambda();
    else name = this.operator();
    const last = name;
    while (this.input.eat('B')) name += `[abi:${this.sourceName()}]`;
    return { text: name, last };
  }

  protected structor(within: string): string {
    const code = this.input.take(2);
    if (/^C[1-5]$/.test(code)) return within;
    if (/^D[0-5]$/.test(code)) return `~${within}`;
    throw new NotMangled(`${code} is no constructor`);
  }

  protected lambda(): string {
    const types = this.until('E', () => printed(this.type()));
    const parameters = types.length === 1 && types[0] === 'void' ? '' : types.join(', ');
    return `{lambda(${parameters})#${this.number()}}`;
  }

  protected operator(): string {
    const code = this.input.take(2);
    if (code === 'cv') return `operator ${printed(this.type())}`;
    if (code === 'li') return `operator"" ${this.sourceName()}`;
    const sign = Object.hasOwn(operators, code) ? operators[code] : undefined;
    if (sign === undefined) throw new NotMangled(`${code} is no operator`);
    return `operator${sign}`;
  }
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
