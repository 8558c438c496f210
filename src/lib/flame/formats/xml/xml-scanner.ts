import { decodeEntities } from './entities.ts';

/** One piece of an XML text; `at` is its offset. The attributes of a tag are still raw. */
export interface XmlToken {
  readonly kind: 'open' | 'close' | 'text';
  /** Tag name, or text with its entities decoded. */
  readonly value: string;
  readonly attributes: string;
  readonly at: number;
}

const nameOfTag = /[^\s/<>]+/y;

/** Elements whose content is not for us, and may be anything. */
const opaque: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Walks through XML from left to right in time linear in its length. It keeps no tree and trusts
 * nothing: SVGs are cut short, saved anew by browsers and edited by hand. `<a/>` gives an open and
 * a close. Comments, declarations, scripts and styles are passed over.
 */
export class XmlScanner {
  readonly #text: string;
  #at = 0;
  #pending: XmlToken | undefined;
  /** The text ended inside a tag, a comment or a script. */
  isCut = false;
  /** Offset of the first tag that holds a `<`, and so lacks its end. */
  malformedAt: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  next(): XmlToken | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) return pending;
    while (this.#at < this.#text.length) {
      const at = this.#at;
      if (this.#text[at] !== '<') return this.#readText(at);
      const next = this.#text[at + 1];
      if (next === '!' && this.#text.startsWith('<![CDATA[', at)) return this.#readCdata(at);
      if (next === '!' && this.#text.startsWith('<!--', at)) this.#passTo('-->', at + 4);
      else if (next === '?') this.#passTo('?>', at + 2);
      else if (next === '!') this.#passTo('>', at + 2);
      else {
        const tag = this.#readTag(at);
        if (tag !== undefined) return tag;
      }
    }
    return undefined;
  }

  #readText(at: number): XmlToken {
    const next = this.#text.indexOf('<', at);
    this.#at = next === -1 ? this.#text.length : next;
    const value = decodeEntities(this.#text.slice(at, this.#at));
    return { kind: 'text', value, attributes: '', at };
  }

  #readCdata(at: number): XmlToken {
    const start = at + '<![CDATA['.length;
    this.#passTo(']]>', start);
    const end = this.isCut ? this.#text.length : this.#at - ']]>'.length;
    return { kind: 'text', value: this.#text.slice(start, end), attributes: '', at };
  }

  /** Goes behind `end`; to the end of the text where it is missing. */
  #passTo(end: string, from: number): void {
    const found = this.#text.indexOf(end, from);
    if (found === -1) this.isCut = true;
    this.#at = found === -1 ? this.#text.length : found + end.length;
  }

  #readTag(at: number): XmlToken | undefined {
    const end = this.#endOfTag(at + 1);
    if (end === undefined) return undefined;
    const isClose = this.#text[at + 1] === '/';
    nameOfTag.lastIndex = isClose ? at + 2 : at + 1;
    const value = nameOfTag.exec(this.#text)?.[0] ?? '';
    const isEmpty = this.#text[end - 1] === '/';
    const attributes = this.#text.slice(at + 1 + value.length, isEmpty ? end - 1 : end);
    if (isClose) return { kind: 'close', value, attributes: '', at };
    if (isEmpty) this.#pending = { kind: 'close', value, attributes: '', at };
    else if (opaque.has(value)) this.#passTo(`</${value}`, end);
    if (opaque.has(value) && !isEmpty && !this.isCut) this.#at -= `</${value}`.length;
    return { kind: 'open', value, attributes, at };
  }

  /** Where the tag ends that starts before `from`, quotes respected; `#at` goes behind it. */
  #endOfTag(from: number): number | undefined {
    const end = this.#endOfUsualTag(from);
    if (end === undefined) return this.#endOfAnyTag(from);
    this.#at = end + 1;
    return end;
  }

  /** Looks for the few characters that count; undefined where one of them needs a closer look. */
  #endOfUsualTag(from: number): number | undefined {
    const next = this.#text.indexOf('<', from);
    const piece = this.#text.slice(from, next === -1 ? undefined : next);
    if (piece.includes("'")) return undefined;
    let end = piece.indexOf('>');
    for (let open = piece.indexOf('"'); open !== -1 && open < end;) {
      const close = piece.indexOf('"', open + 1);
      if (close === -1) return undefined;
      if (close > end) end = piece.indexOf('>', close);
      open = piece.indexOf('"', close + 1);
    }
    return end === -1 ? undefined : from + end;
  }

  #endOfAnyTag(from: number): number | undefined {
    let quote = '';
    for (let at = from; at < this.#text.length; at++) {
      const character = this.#text[at] ?? '';
      if (character === '<') {
        this.malformedAt ??= from - 1;
        this.#at = at;
        return at;
      }
      if (quote !== '') {
        if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
      else if (character === '>') {
        this.#at = at + 1;
        return at;
      }
    }
    this.isCut = true;
    this.#at = this.#text.length;
    return undefined;
  }
}
