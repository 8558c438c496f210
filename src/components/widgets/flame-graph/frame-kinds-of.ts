import { frameKinds } from '../../../lib/flame/graph.ts';
import type { FrameTable, Profile } from '../../../lib/flame/index.ts';
import type { RareViews } from './graph-trees.ts';

/** From here on, classifying every frame takes longer than the first picture should. */
const manyFrames = 4000;

/**
 * The kinds of frames, each worked out once. In a small profile stacks are looked at too (whatever
 * the kernel's entry calls is kernel); in a large one only names of frames that are drawn.
 *
 * The rules are large, so a page brings the kinds of its sample with it: `written`.
 */
export class FrameKindsOf {
  readonly #tables = new WeakMap<FrameTable, (string | undefined)[]>();
  readonly #profile: Profile;
  #rules: RareViews | undefined;
  /** All kinds that occur; `undefined` where that would take too long to find out. */
  present: ReadonlySet<string> | undefined;

  constructor(profile: Profile, written?: string) {
    this.#profile = profile;
    if (written?.length !== profile.frames.length || written === '') return;
    const kinds = Array.from(written, (digit) => frameKinds[Number(digit)] ?? 'unknown');
    this.#keep(kinds);
  }

  /** Whether kinds can be told without the rules. */
  get isReady(): boolean {
    return this.#rules !== undefined || this.#tables.has(this.#profile.frames);
  }

  useRules(rules: RareViews): void {
    this.#rules = rules;
    const { frames } = this.#profile;
    if (this.#tables.has(frames) || frames.length > manyFrames) return;
    this.#keep(rules.kindsOfFrames(this.#profile));
  }

  of(frames: FrameTable, frame: number): string {
    let kinds = this.#tables.get(frames);
    if (kinds === undefined) this.#tables.set(frames, (kinds = []));
    const name = frames.names[frame] ?? '';
    return (kinds[frame] ??= this.#rules?.kindOfFrame(name, frames.details[frame]) ?? 'unknown');
  }

  #keep(kinds: readonly string[]): void {
    this.#tables.set(this.#profile.frames, [...kinds]);
    this.present = new Set(kinds);
  }
}

/** The kinds of a profile's frames as digits, for `written`; empty where they are too many. */
export function writeKinds(kinds: readonly string[]): string {
  if (kinds.length > manyFrames) return '';
  return kinds.map((kind) => (frameKinds as readonly string[]).indexOf(kind)).join('');
}
