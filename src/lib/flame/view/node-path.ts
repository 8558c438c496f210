import { allNodes } from '../tree/call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';

/*
 * Frames are named by path, not by number or pixel, so that a link survives another layout and a
 * profile recorded again. Two notations:
 *
 *   run_task > poll     a path expression, as people write it: each segment is part of a name, and
 *                       they stand in this order on the way down, with anything in between.
 *   ;main;run;poll      the full path, as folded stacks have it (`\;` for a `;` in a name). In time order a path
 *                       may stand several times: `;main;run\2` is the second from the left.
 *
 * A segment in double quotes must be the whole name. The empty text names the whole graph.
 */

// How well a name fits a segment; the best fit that occurs in the tree decides what counts.
const noFit = 0;
const fitsIgnoringCase = 1;
const fitsInside = 2;
const fitsEnd = 3; // `run_task` is the end of `Context::run_task`, but not of `rerun_task`
const fitsWhole = 4;

interface Segment {
  readonly text: string;
  readonly lower: string;
  readonly quoted: boolean;
}

function segmentOf(raw: string): Segment {
  const quoted = raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"');
  const text = quoted ? raw.slice(1, -1).replaceAll('\\"', '"') : raw;
  return { text, lower: text.toLowerCase(), quoted };
}

function splitExpression(expression: string): Segment[] {
  const segments: Segment[] = [];
  // A quoted segment may hold ` > ` itself.
  const pattern = /\s*("(?:\\"|[^"])*"(?=\s+>\s|\s*$)|.+?)(?:\s+>\s+|\s*$)/gsy;
  for (const match of expression.matchAll(pattern)) {
    const [, raw = ''] = match;
    if (raw !== '') segments.push(segmentOf(raw));
  }
  return segments;
}

function fitOf(name: string, segment: Segment): number {
  if (name === segment.text) return fitsWhole;
  if (segment.quoted || segment.text === '') return noFit;
  const before = name.length - segment.text.length - 1;
  if (name.endsWith(segment.text) && !/[\p{L}\p{N}_$]/u.test(name.charAt(before))) return fitsEnd;
  if (name.includes(segment.text)) return fitsInside;
  return name.toLowerCase().includes(segment.lower) ? fitsIgnoringCase : noFit;
}

/** For each frame of the table, how well it fits. */
function fitsOf(tree: CallTree, segment: Segment): { fits: Uint8Array; best: number } {
  const { names, length } = tree.frames;
  const fits = new Uint8Array(length);
  let best = noFit;
  for (let frame = 0; frame < length; frame++) {
    const fit = fitOf(names[frame] ?? '', segment);
    fits[frame] = fit;
    if (fit > best) best = fit;
  }
  return { fits, best };
}

/** Heaviest row whose way down from the root meets all segments in order, the last one at itself. */
function heaviestMatch(
  tree: CallTree,
  segments: readonly { fits: Uint8Array; best: number }[],
  exact: boolean,
): number | undefined {
  const last = segments.length - 1;
  const met = new Int32Array(tree.size); // segments before the last that were met down to this row
  let found: number | undefined;
  let weight = -Infinity;
  // Rows and frames come from the tree's own columns: the indices below are always in range.
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row]!;
    const above = parent === allNodes ? 0 : met[parent]!;
    const segment = segments[above]!;
    const fits = segment.fits[tree.frame[row]!]! >= (exact ? segment.best : fitsIgnoringCase);
    met[row] = fits && above < last ? above + 1 : above;
    if (fits && above === last && tree.total[row]! > weight) {
      found = row;
      weight = tree.total[row]!;
    }
  }
  return found;
}

/** @param away 1 along callees, -1 along the callers of a sandwich, whose depths are below 0 */
function rowsOfPath(tree: CallTree, names: readonly string[], away: 1 | -1): number[] {
  const rows: number[] = [];
  let row = 0;
  while (row < tree.size) {
    const depth = tree.depth[row]! * away; // row < size
    if (tree.nameOf(row) !== names[depth]) {
      row = tree.end[row]!;
      continue;
    }
    const isLast = depth === names.length - 1;
    if (isLast) rows.push(row);
    row = isLast ? tree.end[row]! : row + 1;
  }
  return rows;
}

/** The first of the heaviest. */
function heaviestOf(tree: CallTree, rows: readonly number[]): number | undefined {
  let [found] = rows;
  for (const row of rows) if (tree.total[row]! > tree.total[found!]!) found = row; // rows of the tree
  return found;
}

/** Of a full path: an escaped sign, the number at its end, the gap before a name, any other sign. */
const signOfPath = /\\([\\;])|\\([1-9]\d*)$|(;)|./gs;

/** The names of a full path, and which of its occurrences is meant; 0 where that is not said. */
function readFullPath(text: string): { names: string[]; occurrence: number } {
  const names: string[] = [];
  let occurrence = 0;
  for (const [sign, escaped = sign, number, gap] of text.matchAll(signOfPath)) {
    if (gap !== undefined) names.push('');
    else if (number !== undefined) occurrence = Number(number);
    else names[names.length - 1] += escaped;
  }
  return { names, occurrence };
}

/** Splits the full-path notation, without the number of an occurrence; `undefined` where the text is a path expression. */
export function parseFullPath(text: string): string[] | undefined {
  return text.startsWith(';') ? readFullPath(text).names : undefined;
}

/** Names of a stack, root first, in the full-path notation; empty for the whole graph. */
export function formatFullPath(names: readonly string[]): string {
  return names.map((name) => `;${name.replace(/[;\\]/g, '\\$&')}`).join('');
}

/**
 * The row that an expression or a full path names: the heaviest one, of those with the best fit (an
 * exact name wins over part of a name). `allNodes` (-1) for the empty text, `undefined` for no match.
 */
export function findNode(tree: CallTree, expression: string): number | undefined {
  if (expression.trim() === '') return allNodes;
  if (expression.startsWith(';')) {
    const { names, occurrence } = readFullPath(expression);
    let rows = rowsOfPath(tree, names, 1);
    // No caller of a sandwich is its function, with which the paths of its callees begin.
    if (rows.length === 0) rows = rowsOfPath(tree, names.reverse(), -1);
    return rows[occurrence - 1] ?? heaviestOf(tree, rows);
  }
  const segments = splitExpression(expression).map((segment) => fitsOf(tree, segment));
  if (segments.length === 0 || segments.some(({ best }) => best === noFit)) return undefined;
  return heaviestMatch(tree, segments, true) ?? heaviestMatch(tree, segments, false);
}

/** Frame names from the root to this row, of a caller in a sandwich down to its function; none for `allNodes`. */
export function pathOf(tree: CallTree, row: number): string[] {
  const names: string[] = [];
  for (let i = row; i !== allNodes; i = tree.parent[i] ?? allNodes) names.push(tree.nameOf(i));
  return tree.depth[row]! < 0 ? names : names.reverse();
}

/** Ends of a name that begin at a separator outside brackets, shortest first, the whole name last. */
function tailsOf(name: string): string[] {
  const tails: string[] = [];
  let depth = 0;
  for (let i = name.length - 1; i > 0; i--) {
    const character = name.charAt(i);
    if (')>]}'.includes(character)) depth++;
    else if ('(<[{'.includes(character)) depth--;
    else if (depth === 0 && '`:/.'.includes(character) && i < name.length - 1) {
      const tail = name.slice(i + 1);
      if (/[\p{L}\p{N}]/u.test(tail)) tails.push(tail);
      while (i > 0 && name.charAt(i - 1) === character) i--;
    }
  }
  // `<hyper::Conn<I> as Future>::poll`: many types have a `poll`, so the type comes next.
  const type = /^[^<`]*`?<(?:\w+::)*(\w+)[<\s]/.exec(name)?.[1];
  return [...tails, ...(type === undefined ? [] : [type]), name];
}

function isPlainSegment(text: string): boolean {
  return text.trim() === text && text !== '' && !text.includes(' > ') && !/^[;"]/.test(text);
}

function quoteSegment(text: string): string {
  return isPlainSegment(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}

/** From here on, trying several expressions takes longer than a click should. */
const largeTree = 20_000;
const longestPath = 1500;

/**
 * A short expression that `findNode` resolves to this row: the end of its name if that is enough,
 * else with one ancestor before it, else the full path. Empty for `allNodes`.
 *
 * In a large tree it is the full path at once. Of more than 1,500 characters, which is much for a
 * link, only caller and frame are left, which may then find a heavier frame of both names.
 */
export function expressionOf(tree: CallTree, row: number): string {
  if (row === allNodes) return '';
  return tree.size > largeTree ? quickExpressionOf(tree, row) : shortExpressionOf(tree, row);
}

function shortExpressionOf(tree: CallTree, row: number): string {
  const names = (expression: string) => findNode(tree, expression) === row;
  const tails = tailsOf(tree.nameOf(row)).map(quoteSegment);
  const short = tails.find(names);
  if (short !== undefined) return short;
  const tail = tails[0] ?? '';
  for (let i = tree.parent[row] ?? allNodes; i !== allNodes; i = tree.parent[i] ?? allNodes) {
    const [above = ''] = tailsOf(tree.nameOf(i));
    const expression = `${quoteSegment(above)} > ${tail}`;
    if (names(expression)) return expression;
  }
  return fullPathOf(tree, row);
}

/** With the number of the occurrence, where the path alone would name a heavier one. */
function fullPathOf(tree: CallTree, row: number): string {
  const names = pathOf(tree, row);
  const path = formatFullPath(names);
  if (tree.order !== 'time') return path;
  const rows = rowsOfPath(tree, names, 1);
  return heaviestOf(tree, rows) === row ? path : `${path}\\${rows.indexOf(row) + 1}`;
}

function quickExpressionOf(tree: CallTree, row: number): string {
  const path = fullPathOf(tree, row);
  const parent = tree.parent[row] ?? allNodes;
  if (path.length <= longestPath || parent === allNodes) return path;
  return `${quoteSegment(tree.nameOf(parent))} > ${quoteSegment(tree.nameOf(row))}`;
}
