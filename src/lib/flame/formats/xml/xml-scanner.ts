import { XmlAttributes } from './attributes.ts';
import { decodeEntities } from './entities.ts';

export type XmlPiece = 'open' | 'close' | 'text';

const quote = 34;
const apostrophe = 39;
const slash = 47;
const less = 60;
const greater = 62;

const cdata = '<![CDATA[';

/**
 * Walks through XML from left to right in time linear in its length. It keeps no tree and trusts
 * nothing: SVGs are cut short, saved anew by browsers and edited by hand. `<a/>` gives an open and
 * a close. Comments, declarations, scripts and styles are passed over. What a piece says is read
 * when it is asked for, before the next one.
 */
export class XmlScanner {
  readonly #text: string;
  /** Where the next piece begins. */
  #next = 0;
  #isClosePending = false;
  #name = '';
  #textStart = 0;
  #textEnd = 0;
  #isCdata = false;
  /** Offset of the piece. */
  at = 0;
  /** Of the tag that was opened last. */
  readonly attributes: XmlAttributes;
  /** The text ended inside a tag, a comment or a script. */
  isCut = false;
  /** Offset of the first tag that holds a `<`, and so lacks its end. */
  malformedAt: number | undefined;

  constructor(text: string) {
    this.#text = text;
    this.attributes = new XmlAttributes(text);
  }

  /** Name of the tag. */
  get name(): string {
    return this.#name;
  }

  /** The text, its entities decoded. */
  get text(): string {
    const text = this.#text.slice(this.#textStart, this.#textEnd);
    return this.#isCdata ? text : decodeEntities(text);
  }

  /** Goes to the next piece and says what it is; `undefined` at the end. */
  next(): XmlPiece | undefined {
    if (this.#isClosePending) {
      this.#isClosePending = false;
      return 'close';
    }
    const text = this.#text;
    while (this.#next < text.length) {
      const at = this.#next;
      this.at = at;
      if (text.charCodeAt(at) !== less) return this.#readText();
      const next = text[at + 1];
      if (next === '!' && text.startsWith(cdata, at)) return this.#readCdata();
      if (next === '!' && text.startsWith('<!--', at)) this.#passTo('-->', at + 4);
      else if (next === '?') this.#passTo('?>', at + 2);
      else if (next === '!') this.#passTo('>', at + 2);
      else {
        const piece = this.#readTag(next === '/');
        if (piece !== undefined) return piece;
      }
    }
    return undefined;
  }

  #readText(): XmlPiece {
    const end = this.#text.indexOf('<', this.at);
    this.#next = end === -1 ? this.#text.length : end;
    return this.#takeText(this.at, this.#next, false);
  }

  #readCdata(): XmlPiece {
    const start = this.at + cdata.length;
    this.#passTo(']]>', start);
    const end = this.isCut ? this.#text.length : this.#next - ']]>'.length;
    return this.#takeText(start, end, true);
  }

  #takeText(start: number, end: number, isCdata: boolean): XmlPiece {
    this.#textStart = start;
    this.#textEnd = end;
    this.#isCdata = isCdata;
    return 'text';
  }

  /** Goes behind `end`; to the end of the text where it is missing. */
  #passTo(end: string, from: number): void {
    const found = this.#text.indexOf(end, from);
    if (found === -1) this.isCut = true;
    this.#next = found === -1 ? this.#text.length : found + end.length;
  }

  #readTag(isClose: boolean): XmlPiece | undefined {
    const text = this.#text;
    const start = isClose ? this.at + 2 : this.at + 1;
    let nameEnd = start;
    while (isOfName(text.charCodeAt(nameEnd))) nameEnd++;
    const hasQuotes = isQuote(text.charCodeAt(nameEnd)); // they count, though they are of the name
    const end = this.#findEnd(hasQuotes ? start : nameEnd);
    if (end === undefined) return undefined;
    if (hasQuotes) nameEnd = endOfOddName(text, start);
    this.#name = text.slice(start, nameEnd);
    if (isClose) return 'close';
    const isEmpty = text.charCodeAt(end - 1) === slash;
    this.attributes.moveTo(nameEnd, isEmpty ? end - 1 : end);
    if (isEmpty) this.#isClosePending = true;
    else if (this.#name === 'script' || this.#name === 'style') this.#passContent(end);
    return 'open';
  }

  /** Goes to the end tag of an element whose content is not for us, and may be anything. */
  #passContent(from: number): void {
    const endTag = `</${this.#name}`;
    this.#passTo(endTag, from);
    if (!this.isCut) this.#next -= endTag.length;
  }

  /** Where the tag ends, quotes respected, whose rest starts at `from`; `#next` goes behind it. */
  #findEnd(from: number): number | undefined {
    const text = this.#text;
    let open = 0; // the quote that is open
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > greater) continue;
      if (code === less) {
        this.malformedAt ??= this.at;
        this.#next = at;
        return at;
      }
      if (isQuote(code)) {
        if (open === 0) open = code;
        else if (open === code) open = 0;
      } else if (code === greater && open === 0) {
        this.#next = at + 1;
        return at;
      }
    }
    this.isCut = true;
    this.#next = text.length;
    return undefined;
  }
}

function isQuote(code: number): boolean {
  return code === quote || code === apostrophe;
}

/** Whatever is no white space, bracket, slash or quote; not the NaN behind the end of a text. */
function isOfName(code: number): boolean {
  if (code > 127) return !/\s/.test(String.fromCharCode(code));
  if (code <= 32) return code < 9 || (code > 13 && code < 32);
  return code > 32 && code !== slash && code !== less && code !== greater && !isQuote(code);
}

const oddName = /[^\s/<>]*/y;

function endOfOddName(text: string, start: number): number {
  oddName.lastIndex = start;
  return start + (oddName.exec(text)?.[0].length ?? 0);
}
