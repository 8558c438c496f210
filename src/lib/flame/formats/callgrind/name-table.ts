const opening = 40;
const closing = 41;
const zero = 48;
/** A number of so many digits is exact. */
const exactDigits = 15;

/** Stands for a number whose name the file never says. */
export const unknownName = -1;

/**
 * Names of one kind, each with an index: they are compared and looked up by that alone. Files have a
 * number of their own for a name: `(3) main` gives it, `(3)` uses it. Others say `main` each time.
 */
export class NameTable {
  /** By index. */
  readonly names: string[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #indexOfNumber = new Map<number, number>();

  indexOf(name: string): number {
    let index = this.#indexOf.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.#indexOf.set(name, index);
    }
    return index;
  }

  /** The index of the name that a line says from `start` on; `unknownName` where there is none. */
  read(line: string, start: number): number {
    const end = line.charCodeAt(start) === opening ? endOfDigits(line, start + 1) : start;
    const digits = end - start - 1;
    if (digits < 1 || digits > exactDigits || line.charCodeAt(end) !== closing) {
      return this.indexOf(line.slice(start));
    }
    const number = numberBetween(line, start + 1, end);
    if (end + 1 === line.length) return this.#indexOfNumber.get(number) ?? unknownName;
    const index = this.indexOf(line.slice(end + 1).trimStart());
    this.#indexOfNumber.set(number, index);
    return index;
  }

  /** Takes the number itself, in its parentheses, as the name from now on. */
  readAsName(line: string, start: number): number {
    const name = line.slice(start);
    const index = this.indexOf(name);
    this.#indexOfNumber.set(numberBetween(name, 1, name.length - 1), index);
    return index;
  }
}

function endOfDigits(line: string, start: number): number {
  let at = start;
  while (isDigit(line.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

function numberBetween(line: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + line.charCodeAt(at) - zero;
  return number;
}
