/** One line of a stack, taken apart but not yet tidied. */
export interface StackLine {
  /** Function with its offset, or `''`. */
  readonly symbol: string;
  /** What stands in the last parentheses; `undefined` where there are none. */
  readonly library: string | undefined;
}

const addressAlone = /^[\da-f]{4,}$/;

/**
 * Reads `address symbol+offset (library)`. The library is the last balanced group of parentheses,
 * so it may hold spaces and parentheses: `([JIT app cache])`, `(/memfd:jit (deleted))`.
 * A line without a library must have a real address, or any text would be a frame.
 */
export function readStackLine(line: string): StackLine | undefined {
  const text = line.trim();
  const { length } = /^\w*/.exec(text)?.[0] ?? '';
  if (length === 0) return undefined;
  const address = text.slice(0, length);
  if (length === text.length) {
    return addressAlone.test(address) ? { symbol: '', library: undefined } : undefined;
  }
  if (!isSpace(text.charCodeAt(length))) return undefined;
  const end = endOfLibrary(text);
  const open = end === -1 ? -1 : findLibrary(text, length, end);
  if (open !== -1) {
    const symbol = text.slice(length, Math.max(length, open - 1)).trimStart();
    return { symbol, library: text.slice(open + 1, end) };
  }
  if (!addressAlone.test(address)) return undefined;
  return { symbol: text.slice(length).trim(), library: undefined };
}

/** What decides the frames of a stack line: the text without address and offset, in two parts. */
export interface FrameKey {
  symbol: string;
  library: string;
}

/** A library that no line can hold: the whole text is then the symbol. */
const oddLibrary = '\n';

/**
 * Fills `key` for a line whose text begins at `start`. It is a matter of speed alone: nearly all
 * lines of a file are repeated, but for address and offset, and are not taken apart again.
 */
export function readFrameKey(line: string, start: number, key: FrameKey): void {
  let from = start;
  while (from < line.length && !isSpace(line.charCodeAt(from))) from++;
  const end = line.length - 1;
  const open = line.lastIndexOf(' (');
  const isPlain = open > from && line.charCodeAt(end) === 41 && line.indexOf(')', open) === end;
  key.symbol = line.slice(from, isPlain ? endOfSymbol(line, from, open) : line.length);
  key.library = isPlain ? line.slice(open + 2, end) : oddLibrary;
}

/** Where the offset begins, `+0x` and hexadecimal digits, or `open` without one. */
function endOfSymbol(line: string, from: number, open: number): number {
  let at = open - 1;
  while (at > from && isHex(line.charCodeAt(at))) at--;
  const isOffset = at < open - 1 && line.charCodeAt(at) === 120 && line.startsWith('+0', at - 2);
  return isOffset && at - 2 > from ? at - 2 : open;
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

/** Index of the `)` that closes the line; simpleperf may add a kind: `(/lib/a.so)[native]`. */
function endOfLibrary(text: string): number {
  if (text.endsWith(')')) return text.length - 1;
  return text.endsWith(']') ? text.lastIndexOf(')[') : -1;
}

/** Index of the parenthesis that opens the library, which follows a space; -1 without one. */
function findLibrary(text: string, from: number, end: number): number {
  let open = 0;
  for (let i = end; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (code === 41) open++;
    else if (code === 40 && --open === 0) {
      if (isSpace(text.charCodeAt(i - 1))) return i;
      break; // a path with a single parenthesis in it
    }
  }
  const last = text.lastIndexOf(' (', end) + 1;
  return last > from ? last : -1;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** Where in the source a frame is. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Reads the line that `-F +srcline` writes under a frame; `'none'` where perf knew no source. */
export function readSourceLine(line: string): SourceLine | 'none' | undefined {
  const text = line.trim();
  const [, file, number] = /^(\S.*):(\d+)(?: \(discriminator \d+\))?$/.exec(text) ?? [];
  if (file !== undefined) return file === '??' ? 'none' : { file, line: Number(number) };
  return /^\S+\[[\da-f]+\]$/.test(text) ? 'none' : undefined; // library[address]
}
