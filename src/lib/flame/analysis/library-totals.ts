import type { FrameDetail, Profile } from '../model/profile.ts';
import { parseFrameName } from '../text/frame-name.ts';
import { kindsOfFrames } from './classify-frame.ts';
import type { FunctionTotal } from './function-totals.ts';
import { totalsByGroup } from './function-totals.ts';

/** The binary or shared library that a frame is in, by the file or its name; empty if neither says. */
export function libraryOfFrame(name: string, detail?: FrameDetail): string {
  return detail?.library ?? parseFrameName(name).library ?? '';
}

/**
 * Self and total weight by library, as `functionTotals` gives them by function. Frames without a
 * library are together under the empty name.
 */
export function libraryTotals(profile: Profile): FunctionTotal[] {
  const { names, details } = profile.frames;
  return totalsByGroup(profile, (frame) => libraryOfFrame(names[frame] ?? '', details[frame]));
}

/** Self and total weight by kind of frame: see `frameKinds`. */
export function kindTotals(profile: Profile): FunctionTotal[] {
  const kinds = kindsOfFrames(profile);
  return totalsByGroup(profile, (frame) => kinds[frame] ?? 'unknown');
}
