import type { CallTree } from '../tree/call-tree.ts';
import { allNodes } from '../tree/call-tree.ts';

export interface SearchOptions {
  /** Row whose subtree is searched; -1 (default) for the whole tree. */
  readonly base?: number;
}

export interface SearchResult {
  /** Rows that match, ascending: all of them, also below one another. */
  readonly matches: Int32Array;
  /** Weight of the samples that pass through a match, each counted once. */
  readonly matchedWeight: number;
  /** `matchedWeight` of the base's total, in 0..1. */
  readonly share: number;
  /** Why nothing was searched: the query is a pattern that cannot be read. */
  readonly error?: string;
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
  const matcher = parseQuery(query);
  if (matcher instanceof Error) return { ...noMatch, error: matcher.message };
  if (matcher === undefined) return noMatch;
  return collectMatches(tree, matcher, options.base ?? allNodes);
}

const noMatch: SearchResult = { matches: new Int32Array(0), matchedWeight: 0, share: 0 };

/** Bounds what a badly written pattern can cost on one name of a megabyte. */
const longestSearched = 2000;

/** `(a+)+` and the like: each more character can double what a failed match costs. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*{]/;

type NameMatcher = (name: string) => boolean;

/** How a query matches; `undefined` for an empty query, an Error for an unreadable pattern. */
function parseQuery(query: string): NameMatcher | Error | undefined {
  if (query.trim() === '') return undefined;
  const pattern = /^\/(.+)\/(i?)$/s.exec(query.trim());
  if (pattern === null) {
    const wanted = query.toLowerCase();
    return (name) => name.toLowerCase().includes(wanted);
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

function collectMatches(tree: CallTree, isMatch: NameMatcher, base: number): SearchResult {
  const first = base < 0 ? 0 : base;
  const last = base < 0 ? tree.size : (tree.end[base] ?? 0);
  const matchesFrame = matchOncePerName(tree, isMatch);
  const matches: number[] = [];
  let matchedWeight = 0;
  let coveredTo = 0;
  for (let row = first; row < last; row++) {
    if (!matchesFrame(tree.frame[row] ?? 0)) continue;
    matches.push(row);
    // A match inside a match holds the same samples: they count once.
    if (row < coveredTo) continue;
    matchedWeight += tree.total[row] ?? 0;
    coveredTo = tree.end[row] ?? 0;
  }
  const all = base < 0 ? tree.totalWeight : (tree.total[base] ?? 0);
  const share = all === 0 ? 0 : matchedWeight / all;
  return { matches: Int32Array.from(matches), matchedWeight, share };
}

function matchOncePerName(tree: CallTree, isMatch: NameMatcher): (frame: number) => boolean {
  const byName = new Map<string, boolean>();
  const byFrame = new Int8Array(tree.frames.length).fill(-1);
  return (frame) => {
    const known = byFrame[frame] ?? -1;
    if (known >= 0) return known === 1;
    const name = tree.frames.names[frame] ?? '';
    const found = byName.get(name) ?? isMatch(name);
    byName.set(name, found);
    byFrame[frame] = found ? 1 : 0;
    return found;
  };
}
