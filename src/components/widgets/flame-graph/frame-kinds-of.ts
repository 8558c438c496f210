import { kindOfFrame, kindsOfFrames } from '../../../lib/flame/index.ts';
import type { FrameTable, Profile } from '../../../lib/flame/index.ts';

/** From here on, classifying every frame takes longer than the first picture should. */
const manyFrames = 4000;

/**
 * The kinds of frames of one table, each worked out once. In a small profile stacks are looked at
 * too (whatever the kernel's entry calls is kernel); in a large one only names of frames that are
 * drawn.
 */
export class FrameKindsOf {
  readonly #tables = new WeakMap<FrameTable, (string | undefined)[]>();
  /** All kinds that occur; `undefined` where that would take too long to find out. */
  readonly present: ReadonlySet<string> | undefined;

  constructor(profile: Profile) {
    if (profile.frames.length > manyFrames) return;
    const kinds = kindsOfFrames(profile);
    this.#tables.set(profile.frames, [...kinds]);
    this.present = new Set(kinds);
  }

  of(frames: FrameTable, frame: number): string {
    let kinds = this.#tables.get(frames);
    if (kinds === undefined) this.#tables.set(frames, (kinds = []));
    return (kinds[frame] ??= kindOfFrame(frames.names[frame] ?? '', frames.details[frame]));
  }
}
