import type { FrameDetail } from '../../model/profile.ts';
import { ownText } from '../own-text.ts';
import type { StackLine } from './stack-line.ts';

/** A frame with the name that stackcollapse-perf.pl gives it. */
export interface NamedFrame {
  readonly name: string;
  readonly detail: FrameDetail | undefined;
  /** Arguments were cut off the name. */
  readonly isCut: boolean;
}

/**
 * The frames of one stack line, caller first: one, or more where a Java agent joined inlined
 * methods by `->`, or none for a line that names the process. The names are those that
 * stackcollapse-perf.pl gives by default, so that the graphs agree with the ones people have.
 * Three of its rules are narrower here, each where it damages names: see `isProcessName`,
 * `splitInlined` and `cutArguments`.
 */
export function namesOfFrame(stackLine: StackLine, isJava: boolean): NamedFrame[] {
  const symbol = stackLine.symbol.replace(/\+0x[\da-f]+$/, '');
  if (isProcessName(symbol)) return [];
  const detail = detailOf(stackLine);
  return splitInlined(symbol).map((part, index) => {
    const isUnknown = part === '[unknown]' || part === '';
    const whole = isUnknown ? nameOfUnknown(stackLine.library) : part.replaceAll(';', ':');
    const cut = isUnknown ? whole : cutArguments(whole);
    const name = tidyName(cut, isJava);
    const isCut = cut.length < whole.length;
    if (index === 0) return { name, detail, isCut };
    const marked = name.includes('_[i]') ? name : `${name}_[i]`;
    return { name: marked, detail: { ...detail, inlined: true }, isCut };
  });
}

/** `(bash)`: old perfs name the process so. `(anonymous namespace)::f` is a function like others. */
function isProcessName(symbol: string): boolean {
  return symbol.startsWith('(') && !symbol.startsWith('(anonymous namespace)');
}

/**
 * Splits `a->b` at arrows outside of brackets, and not at C++'s `operator->` or at the ` -> ` of a
 * Rust return type, which stackcollapse-perf.pl takes for inlined methods too.
 */
function splitInlined(symbol: string): string[] {
  if (!symbol.includes('->')) return [symbol];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < symbol.length; i++) {
    const char = symbol[i];
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (isArrow(symbol, i, start) && depth === 0) {
      parts.push(symbol.slice(start, i));
      start = i + 2;
      i++;
    }
  }
  return [...parts, symbol.slice(start)];
}

function isArrow(symbol: string, i: number, start: number): boolean {
  if (!symbol.startsWith('->', i) || i === start || i + 2 === symbol.length) return false;
  return symbol[i - 1] !== ' ' && !symbol.startsWith('operator', i - 8);
}

/** `[libc.so]` for code without a symbol, `[unknown]` where not even the library is known. */
function nameOfUnknown(library: string | undefined): string {
  if (library === undefined || library === '[unknown]') return '[unknown]';
  const file = library.slice(library.lastIndexOf('/') + 1);
  return `[${file === '' && library === '' ? 'unknown' : file.replaceAll(';', ':')}]`;
}

function tidyName(cut: string, isJava: boolean): string {
  const name = cut.replace(/["']/g, '');
  return isJava && name.startsWith('L') && name.includes('/') ? name.slice(1) : name;
}

/**
 * Cuts the arguments off, from the first parenthesis. One inside of other brackets belongs to the
 * name (`std::function<int (char)>::swap`), of which stackcollapse-perf.pl leaves `std::function<int `.
 * Go's `net/http.(*Client).Do` and C++'s `(anonymous namespace)` stay.
 */
function cutArguments(name: string): string {
  const first = findArguments(name, 0);
  if (first === -1) return name;
  const receiver = name.indexOf('.(');
  if (receiver !== -1 && name.lastIndexOf(').') >= receiver + 2) return name;
  let depth = 0;
  for (let i = 0; i < name.length; i++) {
    if (name.startsWith('operator', i)) i = endOfOperator(name, i) - 1;
    else if (name[i] !== '(') depth += bracketStep(name, i);
    else if (depth <= 0 && findArguments(name, i) === i) return name.slice(0, i);
  }
  // Brackets that never close are none: `[B::clone(int)` is an array in Java.
  return depth > 0 ? name.slice(0, first) : name;
}

/** 1 where a bracket opens, -1 where one closes; the `>` of an arrow is none. */
function bracketStep(name: string, i: number): number {
  const char = name[i] ?? '';
  if ('<[{'.includes(char)) return 1;
  return ']}'.includes(char) || (char === '>' && name[i - 1] !== '-') ? -1 : 0;
}

function findArguments(name: string, from: number): number {
  let open = name.indexOf('(', from);
  while (open !== -1 && name.startsWith('(anonymous namespace)', open)) {
    open = name.indexOf('(', open + 1);
  }
  return open;
}

/** Behind `operator<<` and its like, whose signs are no brackets. */
function endOfOperator(name: string, start: number): number {
  let end = start + 'operator'.length;
  while (end < name.length && '<>=-'.includes(name[end] ?? '')) end++;
  return end;
}

function detailOf({ library }: StackLine): FrameDetail | undefined {
  if (library === undefined || library === '' || library === '[unknown]') return undefined;
  if (library === 'inlined') return { inlined: true };
  return { library: ownText(library), mark: markOf(library) };
}

const userMappings = /^\[(?:vdso|vsyscall|vectors|heap|stack|uprobes|anon|JIT)/;

/** Who runs the code of this library: the kernel and its modules are `[name]`, vmlinux or *.ko. */
function markOf(library: string): string {
  if (/(?:^|\/)perf-\d+\.map$|^\[JIT|jitted-\d+-\d+\.so$/.test(library)) return 'jit';
  if (userMappings.test(library)) return 'user';
  return /^\[|(?:^|\/)vmlinux(?:-[^/]*)?$|\.ko(?:\.[gx]z|\.zst)?$/.test(library)
    ? 'kernel'
    : 'user';
}
