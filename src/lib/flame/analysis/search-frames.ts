import { GrowingInt32 } from '../model/growing-column.ts';
import type { FrameTable } from '../model/profile.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { allNodes } from '../tree/call-tree.ts';

/** Where `searchFrames` looks. */
export interface SearchOptions {
  /** Row whose subtree is searched; -1 (default) for the whole tree. */
  readonly base?: number;
}

/** What a query matches, before anybody knows where that is. */
export interface FrameMatches {
  /** 1 for each frame of the table whose name matches: `matchedFrames[tree.frame[row]]`. */
  readonly matchedFrames: Uint8Array;
  /** Why nothing was searched: the query is a pattern that cannot be read. */
  readonly error?: string;
}

/** Where a query matches in a tree, and what that weighs, in the unit of the tree. */
export interface SearchResult extends FrameMatches {
  /** Rows that match, ascending: all of them, also below one another. */
  readonly matches: Int32Array;
  /** Weight of the samples that pass through a match, each counted once. */
  readonly matchedWeight: number;
  /** `matchedWeight` of the base's total, in 0..1. */
  readonly share: number;
}

/**
 * Finds the frames whose name matches, in the subtree of `base` (the base itself included, its
 * callers not).
 *
 * The query is literal text in any letter case: `operator[]` and `a.b` mean what they say.
 * `/pattern/` is a regular expression, case-sensitive; `/pattern/i` in any case. A pattern that
 * cannot be read, or that repeats a repetition and may take forever, gives `error` and no matches;
 * nothing throws. An empty query matches nothing.
 *
 * Only names are searched, never what a tooltip adds to them. Each distinct name is tried once,
 * however many rows have it, and only its first 2,000 characters.
 */
export function searchFrames(
  tree: CallTree,
  query: string,
  options: SearchOptions = {},
): SearchResult {
  return collectMatches(tree, matchFrames(tree.frames, query), options);
}

/** The first half of `searchFrames`, which is enough to paint what matches. */
export function matchFrames(frames: FrameTable, query: string): FrameMatches {
  const matcher = parseQuery(query);
  if (matcher instanceof Error) {
    return { matchedFrames: new Uint8Array(frames.length), error: matcher.message };
  }
  if (matcher === undefined) return { matchedFrames: new Uint8Array(frames.length) };
  return { matchedFrames: matchNames(frames, matcher) };
}

/** Bounds what a badly written pattern can cost on one name of a megabyte. */
const longestSearched = 2000;

/** `(a+)+` and the like: each more character can double what a failed match costs. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*{]/;

type NameMatcher = (name: string, lower: string) => boolean;

/** How a query matches; `undefined` for an empty query, an Error for an unreadable pattern. */
function parseQuery(query: string): NameMatcher | Error | undefined {
  if (query.trim() === '') return undefined;
  const pattern = /^\/(.+)\/(i?)$/s.exec(query.trim());
  if (pattern === null) {
    const wanted = query.toLowerCase();
    return (_name, lower) => lower.includes(wanted);
  }
  if (nestedRepetition.test(pattern[1] ?? '')) {
    return new Error('A repeated group with a repetition inside, like (a+)+, can take forever.');
  }
  try {
    const expression = new RegExp(pattern[1] ?? '', pattern[2]);
    return (name) => expression.test(name.slice(0, longestSearched));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Names in lower case, made once for each table: the next letter of a query needs them again. */
const lowerNames = new WeakMap<FrameTable, readonly string[]>();

function lowerNamesOf(frames: FrameTable): readonly string[] {
  let lower = lowerNames.get(frames);
  if (lower === undefined) {
    lowerNames.set(frames, (lower = frames.names.map((name) => name.toLowerCase())));
  }
  return lower;
}

/** Each frame of the table is tried once, however many rows have it. */
function matchNames(frames: FrameTable, isMatch: NameMatcher): Uint8Array {
  const matched = new Uint8Array(frames.length);
  const lower = lowerNamesOf(frames);
  for (let frame = 0; frame < frames.length; frame++) {
    if (isMatch(frames.names[frame] ?? '', lower[frame] ?? '')) matched[frame] = 1;
  }
  return matched;
}

/** The second half: goes over all rows, for where the matches are and what they weigh. */
export function collectMatches(
  tree: CallTree,
  found: FrameMatches,
  { base = allNodes }: SearchOptions = {},
): SearchResult {
  const { matchedFrames } = found;
  const { frame, end, total } = tree;
  const first = base < 0 ? 0 : base;
  const last = base < 0 ? tree.size : (end[base] ?? 0);
  const matches = new GrowingInt32();
  let matchedWeight = 0;
  let coveredTo = 0;
  for (let row = first; row < last; row++) {
    if (matchedFrames[frame[row]!] !== 1) continue; // rows of the tree: a kernel
    matches.push(row);
    // A match inside a match holds the same samples: they count once.
    if (row < coveredTo) continue;
    matchedWeight += total[row]!;
    coveredTo = end[row]!;
  }
  const all = base < 0 ? tree.totalWeight : (total[base] ?? 0);
  const share = all === 0 ? 0 : matchedWeight / all;
  return { ...found, matches: matches.finish(), matchedWeight, share };
}
