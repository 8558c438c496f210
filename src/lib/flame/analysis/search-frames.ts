import { GrowingInt32 } from '../model/growing-column.ts';
import type { FrameTable } from '../model/profile.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { allNodes } from '../tree/call-tree.ts';
import { riskOfPattern } from './pattern-risk.ts';

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
  const wanted = parseQuery(query);
  if (wanted instanceof Error) {
    return { matchedFrames: new Uint8Array(frames.length), error: wanted.message };
  }
  if (wanted === undefined) return { matchedFrames: new Uint8Array(frames.length) };
  if (wanted instanceof RegExp) return { matchedFrames: matchPattern(frames, wanted) };
  return { matchedFrames: matchText(joinedNamesOf(frames), wanted) };
}

/** Makes what the first search in these names needs, before somebody waits for it. */
export function getReadyToMatch(frames: FrameTable): void {
  if (frames.length <= mostNamesAhead) joinedNamesOf(frames);
}

/** More would hold a page up, perhaps for a reader who never searches. */
const mostNamesAhead = 50_000;

/** Bounds what a badly written pattern can cost on one name of a megabyte. */
const longestSearched = 2000;

/** A pattern, or text in lower case; `undefined` for an empty query, an Error for an unreadable pattern. */
function parseQuery(query: string): RegExp | string | Error | undefined {
  if (query.trim() === '') return undefined;
  const pattern = /^\/(.+)\/(i?)$/s.exec(query.trim());
  if (pattern === null) return query.toLowerCase();
  const risk = riskOfPattern(pattern[1] ?? '');
  if (risk !== undefined) return new Error(risk);
  try {
    return new RegExp(pattern[1] ?? '', pattern[2]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Each frame of the table is tried once, however many rows have it. */
function matchPattern({ length, names }: FrameTable, pattern: RegExp): Uint8Array {
  const matched = new Uint8Array(length);
  for (let frame = 0; frame < length; frame++) {
    const name = names[frame] ?? '';
    const searched = name.length > longestSearched ? name.slice(0, longestSearched) : name;
    if (pattern.test(searched)) matched[frame] = 1;
  }
  return matched;
}

/**
 * The names of a table in lower case, in a few long texts (in most, one): to search a text of a
 * megabyte is several times quicker than to search 25,000 short ones.
 */
interface JoinedNames {
  readonly frames: number;
  readonly parts: readonly JoinedPart[];
}

interface JoinedPart {
  readonly text: string;
  /** The first frame of the text. */
  readonly first: number;
  /** By frame, from the first: where its name ends; a separator follows. */
  readonly ends: Int32Array;
}

/** The next letter of a query needs them again. */
const joinedNames = new WeakMap<FrameTable, JoinedNames>();
/** Far below the longest string there can be, in UTF-16 units. */
const longestPart = 1 << 24;

function joinedNamesOf(frames: FrameTable): JoinedNames {
  let joined = joinedNames.get(frames);
  if (joined === undefined) {
    joined = { frames: frames.length, parts: joinNames(frames) };
    joinedNames.set(frames, joined);
  }
  return joined;
}

function joinNames({ length, names }: FrameTable): JoinedPart[] {
  const parts: JoinedPart[] = [];
  let first = 0;
  while (first < length) {
    const lower: string[] = [];
    const ends: number[] = [];
    let at = 0;
    for (let i = first; i < length && (at < longestPart || i === first); i++) {
      const name = (names[i] ?? '').toLowerCase();
      lower.push(name);
      ends.push(at + name.length);
      at += name.length + 1;
    }
    parts.push({ text: lower.join('\n'), first, ends: Int32Array.from(ends) });
    first += lower.length;
  }
  return parts;
}

function matchText({ frames, parts }: JoinedNames, wanted: string): Uint8Array {
  const matched = new Uint8Array(frames);
  for (const { text, first, ends } of parts) {
    let i = 0;
    let at = text.indexOf(wanted);
    while (at >= 0) {
      while (ends[i]! < at) i++; // what is found lies in the text, so some name ends behind it
      const isInside = at + wanted.length <= ends[i]!;
      if (isInside) matched[first + i] = 1;
      // From the next name on; what was found across two names says nothing.
      at = text.indexOf(wanted, isInside ? ends[i]! + 1 : at + 1);
    }
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
  let steps = 0;
  let coveredTo = 0;
  for (let row = first; row < last; row++) {
    if (matchedFrames[frame[row]!] !== 1) continue; // rows of the tree: a kernel
    matches.push(row);
    // A match inside a match holds the same samples: they count once.
    if (row < coveredTo) continue;
    steps += total[row]!;
    coveredTo = end[row]!;
  }
  const { weightStep = 1 } = tree;
  const matchedWeight = steps * weightStep;
  const all = base < 0 ? tree.totalWeight : (total[base] ?? 0) * weightStep;
  const share = all === 0 ? 0 : matchedWeight / all;
  return { ...found, matches: matches.finish(), matchedWeight, share };
}
