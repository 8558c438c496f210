import { decodeEntities } from './entities.ts';

const quote = 34;
const zero = 48;
const point = 46;
/** Numbers of so many digits, divided by a power of ten up to this one, are the nearest to what is written. */
const exactDigits = 15;

const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Where an attribute stands: its name and its value, each from and up to. Four numbers for each. */
const cells = 4;

/**
 * The attributes of the start tag that a scanner is at, looked for when one is asked for: of most tags
 * none is, and of the others a few. Where one is repeated the first counts.
 */
export class XmlAttributes {
  readonly #text: string;
  #start = 0;
  #end = 0;
  /** Places of those in the usual form, `name="value"`; `undefined` until they were looked for. */
  readonly #places: number[] = [];
  #count: number | undefined;
  /** All of them, where some have another form. */
  #others: Map<string, string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to what stands from `start` up to `end`. */
  moveTo(start: number, end: number): void {
    this.#start = start;
    this.#end = end;
    this.#count = start === end ? 0 : undefined;
    this.#others = undefined;
  }

  /** As they stand there. */
  get raw(): string {
    return this.#text.slice(this.#start, this.#end);
  }

  /** The value, with entities decoded. */
  get(name: string): string | undefined {
    const at = this.#find(name);
    if (at === -1) return this.#others?.get(name);
    return decodeEntities(this.#text.slice(this.#places[at + 2], this.#places[at + 3]));
  }

  /** The number that a value begins with, as `Number.parseFloat` reads it; NaN where there is none. */
  number(name: string): number {
    const at = this.#find(name);
    const number = at === -1 ? Number.NaN : this.#usualNumber(at);
    return Number.isNaN(number) ? Number.parseFloat(this.get(name) ?? '') : number;
  }

  /** Position in `places`, or -1. */
  #find(name: string): number {
    this.#count ??= this.#read();
    const places = this.#places;
    for (let at = 0; at < this.#count * cells; at += cells) {
      const start = places[at]!; // at < length
      if (places[at + 1]! - start === name.length && this.#text.startsWith(name, start)) return at;
    }
    return -1;
  }

  /** Finds the places; where the form is not the usual one, reads them all and gives 0. */
  #read(): number {
    const text = this.#text;
    const end = this.#end;
    let count = 0;
    for (let at = this.#start; ;) {
      while (at < end && isBlank(text.charCodeAt(at))) at++;
      if (at >= end) return count;
      const start = at;
      while (at < end && isOfName(text.charCodeAt(at))) at++;
      const nameEnd = at;
      const value = at + 2;
      if (at === start || !text.startsWith('="', at)) break;
      for (at = value; at < end && text.charCodeAt(at) !== quote;) at++;
      if (at >= end) break;
      const to = count++ * cells;
      this.#places[to] = start;
      this.#places[to + 1] = nameEnd;
      this.#places[to + 2] = value;
      this.#places[to + 3] = at++;
    }
    this.#others = anyAttributes(this.raw);
    return 0;
  }

  /** Digits, perhaps a point and more of them; NaN for what has another form or too many. */
  #usualNumber(attribute: number): number {
    const end = this.#places[attribute + 3]!;
    let value = 0;
    let digits = 0;
    let divisor = 0; // a power of ten, behind the point
    for (let at = this.#places[attribute + 2]!; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code >= zero && code <= zero + 9) {
        value = value * 10 + code - zero;
        divisor *= 10;
        if (++digits > exactDigits) return Number.NaN;
      } else if (code === point && divisor === 0) divisor = 1;
      else if (code === 37 && at + 1 === end)
        break; // 12.5%
      else return Number.NaN;
    }
    if (digits === 0) return Number.NaN;
    return divisor === 0 ? value : value / divisor;
  }
}

function anyAttributes(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of raw.matchAll(attribute)) {
    if (!attributes.has(name)) attributes.set(name, decodeEntities(double ?? single ?? ''));
  }
  return attributes;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Letters, digits and `-.:_`: fewer than a name may have. */
function isOfName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 58) ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}
