import { frameKinds } from '../../../lib/flame/graph.ts';
import type { FrameTable, Profile } from '../../../lib/flame/index.ts';
import type { RareViews } from './graph-trees.ts';

/** So many names are told apart before the picture is missed. */
const fewFrames = 300;
/** With more names than this, nobody waits until all of them are told apart. */
const manyFrames = 4000;

/**
 * The kinds of frames, each worked out once, when it is first asked for. Stacks are looked at too:
 * whatever the kernel's entry calls is kernel.
 *
 * The rules are large, so a page brings the kinds of its sample with it: `written`.
 */
export class FrameKindsOf {
  readonly #tables = new WeakMap<FrameTable, (string | undefined)[]>();
  readonly #profile: Profile;
  #rules: RareViews | undefined;
  #kindOf: ((frame: number) => string) | undefined;
  #present: ReadonlySet<string> | undefined;

  constructor(profile: Profile, written?: string) {
    this.#profile = profile;
    if (written?.length !== profile.frames.length || written === '') return;
    const kinds = Array.from(written, (digit) => frameKinds[Number(digit)] ?? 'unknown');
    this.#tables.set(profile.frames, kinds);
    this.#present = new Set(kinds);
  }

  /** Whether kinds can be told without the rules. */
  get isReady(): boolean {
    return this.#rules !== undefined || this.#present !== undefined;
  }

  /** Whether `present` has to look at every name first. */
  get isPresentKnown(): boolean {
    const { length } = this.#profile.frames;
    return this.#present !== undefined || length <= fewFrames || length > manyFrames;
  }

  /** All kinds that occur; `undefined` where that would take too long to find out. */
  get present(): ReadonlySet<string> | undefined {
    const { frames } = this.#profile;
    if (this.#present === undefined && this.isReady && frames.length <= manyFrames) {
      const present = new Set<string>();
      for (let frame = 0; frame < frames.length; frame++) present.add(this.of(frames, frame));
      this.#present = present;
    }
    return this.#present;
  }

  useRules(rules: RareViews): void {
    this.#rules = rules;
  }

  of(frames: FrameTable, frame: number): string {
    let kinds = this.#tables.get(frames);
    // Without rules nothing is known for good: they may come.
    if (!this.isReady || (kinds === undefined && this.#rules === undefined)) return 'unknown';
    if (kinds === undefined) this.#tables.set(frames, (kinds = []));
    return (kinds[frame] ??= this.#askRules(frames, frame));
  }

  #askRules(frames: FrameTable, frame: number): string {
    if (this.#rules === undefined) return 'unknown';
    if (frames !== this.#profile.frames) {
      return this.#rules.kindOfFrame(frames.names[frame] ?? '', frames.details[frame]);
    }
    this.#kindOf ??= this.#rules.kindTellerOf(this.#profile);
    return this.#kindOf(frame);
  }
}

/** The kinds of a profile's frames as digits, for `written`. */
export function writeKinds(kinds: readonly string[]): string {
  return kinds.map((kind) => (frameKinds as readonly string[]).indexOf(kind)).join('');
}
