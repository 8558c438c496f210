import type { FrameDetail, FrameTable } from '../model/profile.ts';
import { compareNames, sortedDistinctNames } from './compare-names.ts';

/** What makes two frames the same node: their name, or name and place (file, line, library…). */
export type MergeBy = 'name' | 'frame';

/** Frames grouped by what they are merged by. Keys are numbered from 0 in the order of their names. */
export interface FrameKeys {
  readonly length: number;
  /** Key by frame index. */
  readonly keyOf: Int32Array;
}

/** Numbers the frames so that frames of one node have one key, and a smaller key sorts first. */
export function rankFrames(frames: FrameTable, mergeBy: MergeBy): FrameKeys {
  return mergeBy === 'name' ? rankNames(frames) : rankPlaces(frames);
}

function rankNames(frames: FrameTable): FrameKeys {
  const sorted = sortedDistinctNames(frames.names);
  const keyOfName = new Map<string, number>();
  for (const [key, name] of sorted.entries()) keyOfName.set(name, key);
  const keyOf = new Int32Array(frames.length);
  for (let i = 0; i < frames.length; i++) keyOf[i] = keyOfName.get(frames.names[i] ?? '') ?? 0;
  return { length: sorted.length, keyOf };
}

function rankPlaces(frames: FrameTable): FrameKeys {
  const places = frames.names.map((name, i) => ({ name, place: placeOf(frames.details[i]), i }));
  places.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.place, b.place));
  const keyOf = new Int32Array(frames.length);
  let key = -1;
  let before: (typeof places)[number] | undefined;
  for (const frame of places) {
    if (before?.name !== frame.name || before.place !== frame.place) key++;
    keyOf[frame.i] = key;
    before = frame;
  }
  return { length: key + 1, keyOf };
}

/** The address is left out: two return addresses in one line of one function are one place. */
function placeOf(detail: FrameDetail | undefined): string {
  if (detail === undefined) return '';
  const line = detail.line === undefined ? '' : String(detail.line).padStart(10, '0');
  return [detail.library ?? '', detail.file ?? '', line].join('\u0000');
}
