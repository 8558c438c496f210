import type { FrameDetail, FrameTable } from './profile.ts';
import { compareNames, sortedDistinctNames } from './compare-names.ts';

/** What makes two frames the same node: their name, or name and place (file, line, library…). */
export type MergeBy = 'name' | 'frame';

/** Frames grouped by what they are merged by. */
export interface FrameKeys {
  /** Key by frame index; keys are numbered from 0. */
  readonly keyOf: Int32Array;
  /** Place among siblings, by key × 2, plus 1 for a node in which samples end: see `rankKeys`. */
  readonly rank: Int32Array;
}

/** Numbers the frames so that frames of one node have one key, in the order of their names. */
export function rankFrames(frames: FrameTable, mergeBy: MergeBy): FrameKeys {
  return mergeBy === 'name' ? rankNames(frames) : rankPlaces(frames);
}

function rankNames(frames: FrameTable): FrameKeys {
  const sorted = sortedDistinctNames(frames.names);
  const keyOfName = new Map<string, number>();
  for (const [key, name] of sorted.entries()) keyOfName.set(name, key);
  const keyOf = new Int32Array(frames.length);
  for (let i = 0; i < frames.length; i++) keyOf[i] = keyOfName.get(frames.names[i] ?? '') ?? 0;
  return { keyOf, rank: rankKeys(sorted) };
}

function rankPlaces(frames: FrameTable): FrameKeys {
  const places = frames.names.map((name, i) => ({ name, place: placeOf(frames.details[i]), i }));
  places.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.place, b.place));
  const keyOf = new Int32Array(frames.length);
  const nameOfKey: string[] = [];
  let before: (typeof places)[number] | undefined;
  for (const frame of places) {
    if (before?.name !== frame.name || before.place !== frame.place) nameOfKey.push(frame.name);
    keyOf[frame.i] = nameOfKey.length - 1;
    before = frame;
  }
  return { keyOf, rank: rankKeys(nameOfKey) };
}

/** The address is left out: two return addresses in one line of one function are one place. */
function placeOf(detail: FrameDetail | undefined): string {
  if (detail === undefined) return '';
  const line = detail.line === undefined ? '' : String(detail.line).padStart(10, '0');
  return [detail.library ?? '', detail.file ?? '', line].join('\u0000');
}

/**
 * The order of siblings that flamegraph.pl and inferno get by sorting whole lines: what follows a
 * name is `;`, or the space before the weight where the stack ends. So `f::g;x` stands before `f;x`
 * (`:` sorts before `;`) but after `f 3`. It matters only where one name begins with another.
 */
function rankKeys(names: readonly string[]): Int32Array {
  const rank = new Int32Array(names.length * 2);
  let place = 0;
  for (let first = 0; first < names.length;) {
    const name = names[first]!; // first < length
    let end = first + 1;
    // All that begin with a name stand behind it, and only among them can the line's order differ.
    while (end < names.length && names[end]!.startsWith(name)) end++;
    if (end === first + 1) {
      rank[first * 2 + 1] = place++; // a space sorts before a semicolon
      rank[first * 2] = place++;
    } else {
      for (const at of orderInLine(names, first, end)) rank[at] = place++;
    }
    first = end;
  }
  return rank;
}

function orderInLine(names: readonly string[], first: number, end: number): number[] {
  const texts: { readonly text: string; readonly at: number }[] = [];
  for (let key = first; key < end; key++) {
    texts.push({ text: `${names[key]!};`, at: key * 2 }); // first <= key < end <= length
    texts.push({ text: `${names[key]!} `, at: key * 2 + 1 });
  }
  texts.sort((a, b) => compareNames(a.text, b.text) || a.at - b.at);
  return texts.map(({ at }) => at);
}
