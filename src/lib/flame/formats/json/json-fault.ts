/** Where a text stops being JSON. */
export interface JsonFault {
  /** 0-based offset in the text; its length where the text ends too early. */
  readonly at: number;
  /** What stood there instead of JSON, to follow "the JSON breaks off". */
  readonly why: string;
  readonly truncated: boolean;
  /** Open brackets at the fault, outermost first. */
  readonly open: readonly string[];
  /** By depth from 0, at most 3: offset after the last complete value inside the open bracket. */
  readonly completeTo: readonly number[];
}

const kept = 3;
const literals = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * The first fault of a text that `JSON.parse` refused; undefined where there is none. `JSON.parse`
 * words its errors differently in each browser and often without a position. Walks with a list of
 * open brackets instead of recursion, after the grammar of RFC 8259.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  return new JsonWalk(text).run();
}

class JsonWalk {
  readonly #text: string;
  readonly #open: string[] = [];
  readonly #completeTo: number[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): JsonFault | undefined {
    let why = this.#value();
    while (why === undefined && this.#open.length > 0) why = this.#next();
    if (why === undefined) {
      this.#skipSpace();
      if (this.#at < this.#text.length) why = 'there is more text behind its end';
    }
    if (why === undefined) return undefined;
    const truncated = this.#at >= this.#text.length;
    return {
      at: Math.min(this.#at, this.#text.length),
      why: truncated ? 'the file ends here' : why,
      truncated,
      open: this.#open,
      completeTo: this.#completeTo,
    };
  }

  /** What follows inside the innermost bracket: its end, or one more member. */
  #next(): string | undefined {
    const inner = this.#open.at(-1);
    const end = inner === '{' ? '}' : ']';
    const isFirst = this.#text[this.#at - 1] === inner;
    this.#skipSpace();
    if (this.#text[this.#at] === end) {
      this.#at++;
      this.#open.pop();
      this.#completed();
      return undefined;
    }
    if (!isFirst) {
      if (this.#text[this.#at] !== ',') return `a comma or "${end}" is missing`;
      this.#at++;
    }
    return inner === '{' ? (this.#key() ?? this.#value()) : this.#value();
  }

  #key(): string | undefined {
    this.#skipSpace();
    if (this.#text[this.#at] !== '"') return 'a key is missing';
    const why = this.#string();
    if (why !== undefined) return why;
    this.#skipSpace();
    if (this.#text[this.#at] !== ':') return 'a colon is missing';
    this.#at++;
    return undefined;
  }

  /** One value; of an object or array only the bracket that opens it. */
  #value(): string | undefined {
    this.#skipSpace();
    const first = this.#text[this.#at];
    if (first === '{' || first === '[') {
      this.#at++;
      this.#open.push(first);
      if (this.#open.length <= kept) this.#completeTo[this.#open.length - 1] = this.#at;
      return undefined;
    }
    if (first === '"') {
      const why = this.#string();
      if (why === undefined) this.#completed();
      return why;
    }
    literals.lastIndex = this.#at;
    const literal = literals.exec(this.#text);
    if (literal === null) {
      // `tru` and `-` at the very end are a value that was cut.
      const isCut =
        this.#text.length - this.#at < 5 && /^[a-z-]+$/.test(this.#text.slice(this.#at));
      if (isCut) this.#at = this.#text.length;
      return 'a value is missing';
    }
    this.#at += literal[0].length;
    // A number or word at the very end may have been cut: it is not complete.
    if (this.#at < this.#text.length) this.#completed();
    return undefined;
  }

  #string(): string | undefined {
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 34) {
        this.#at = at + 1;
        return undefined;
      }
      if (code === 92) at++;
      else if (code < 32) {
        this.#at = at;
        return 'a text is not closed on its line';
      }
    }
    this.#at = this.#text.length;
    return 'a text is not closed';
  }

  #completed(): void {
    const depth = this.#open.length;
    if (depth > 0 && depth <= kept) this.#completeTo[depth - 1] = this.#at;
    if (depth < kept) this.#completeTo.length = Math.min(this.#completeTo.length, depth);
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}
