const zero = 48;
const nine = 57;
/** Digits that a sum of doubles holds exactly: 10^15 < 2^53. */
const exactDigits = 15;
/** No weight is written longer; what is longer is a name. */
const longestNumber = 400;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 13 || byte === 11 || byte === 12;
}

/** A byte that a number may hold: digits, `+`, `-`, `.`, `e`, `E`. */
function isOfNumber(byte: number | undefined = 0): boolean {
  if (byte >= zero && byte <= nine) return true;
  return byte === 43 || byte === 45 || byte === 46 || byte === 101 || byte === 69;
}

/**
 * Reads the number at the end of a line, from its right end: `stackEnd` is where the stack before
 * it ends. Exactly one white space parts them, as for flamegraph.pl: any more of it belongs to the
 * last frame's name. An object that is used again and again, since there are millions of lines.
 */
export class LineWeight {
  readonly #bytes: Uint8Array;
  weight = 0;
  stackEnd = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether the text from `start` to `end` is a stack (or nothing), a white space and a number. */
  read(start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = end;
    let weight = 0;
    let scale = 1;
    while (at > start) {
      const digit = bytes[at - 1]! - zero; // `at` is above `start`
      if (digit < 0 || digit > 9) break;
      weight += digit * scale;
      scale *= 10;
      at--;
    }
    if (at < end && end - at <= exactDigits && at > start && isSpace(bytes[at - 1])) {
      this.weight = weight;
      this.stackEnd = at - 1;
      return true;
    }
    return this.#readSlowly(start, end);
  }

  /** Fractions, exponents, signs, and numbers too long to add up digit by digit. */
  #readSlowly(start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = end;
    while (at > start && isOfNumber(bytes[at - 1])) at--;
    if (at === start || at === end || !isSpace(bytes[at - 1])) return false;
    if (end - at > longestNumber) return false;
    const text = String.fromCharCode(...bytes.subarray(at, end));
    if (!number.test(text)) return false;
    this.weight = Number(text);
    this.stackEnd = at - 1;
    return true;
  }

  /** Whether the stack that ends at `end` ends in a number of its own, without reading it. */
  hasAnother(start: number, end: number): boolean {
    const last = this.#bytes[end - 1];
    if (end <= start || last === undefined || last < zero || last > nine) return false;
    const { weight, stackEnd } = this;
    const another = this.read(start, end);
    this.weight = weight;
    this.stackEnd = stackEnd;
    return another;
  }
}
