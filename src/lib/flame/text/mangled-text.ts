/** What a demangler throws when the text is not in its grammar; its public function catches it. */
export class NotMangled extends Error {}

/** A place in a mangled symbol, and guards against what a hostile one could cost. */
export class MangledText {
  readonly text: string;
  at: number;
  #depth = 0;
  #steps = 0;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text.charAt(this.at);
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at);
  }

  /** Steps over `expected` if it stands here. */
  eat(expected: string): boolean {
    if (!this.startsWith(expected)) return false;
    this.at += expected.length;
    return true;
  }

  expect(expected: string): void {
    if (!this.eat(expected)) throw new NotMangled(`expected ${expected} at ${this.at}`);
  }

  next(): string {
    if (this.isAtEnd) throw new NotMangled('the symbol ends too early');
    return this.text.charAt(this.at++);
  }

  decimal(): number {
    const digits = /^(?:0|[1-9]\d{0,6})/.exec(this.text.slice(this.at, this.at + 8))?.[0];
    if (digits === undefined) throw new NotMangled(`expected a number at ${this.at}`);
    this.at += digits.length;
    return Number(digits);
  }

  take(length: number): string {
    if (this.at + length > this.text.length) throw new NotMangled('the symbol ends too early');
    this.at += length;
    return this.text.slice(this.at - length, this.at);
  }

  /** Runs one production; back references can nest and multiply without end, so both are counted. */
  nested<T>(parse: () => T): T {
    if (++this.#depth > 200 || ++this.#steps > 20_000) throw new NotMangled('too deep');
    const result = parse();
    this.#depth--;
    return result;
  }
}

/** Runs a demangler; `undefined` where it gives up. Longer results than this are of no use. */
export function demangledOrNot(demangle: () => string): string | undefined {
  try {
    const name = demangle();
    return name.length > 20_000 ? undefined : name;
  } catch (error) {
    if (error instanceof NotMangled) return undefined;
    throw error;
  }
}
