import { noStack, type ProfileBuilder } from '../../model/profile-builder.ts';

interface OpenStackOptions {
  /** What one unit of the file's clock weighs in the profile. */
  readonly scale: number;
  /** Whether the clock is time: only then do samples get a `time`. */
  readonly isTime: boolean;
}

/**
 * How often, in all, a frame may be put back that stands above one which ends before it. Files that
 * nest need none; without a limit a small file of thousands of overlapping calls would take minutes.
 */
const mostCarriedOver = 2_000_000;
/** How far below the innermost frame `leaveFrame` looks. */
const deepestSearch = 100;

/**
 * The stack that enter and leave events describe. Each stretch between two events becomes a sample
 * of the stack that was open; stretches with nothing open become none. A frame that was entered
 * and left at once still gets a sample, of weight 0, so that no frame is lost.
 */
export class OpenStack {
  readonly #builder: ProfileBuilder;
  readonly #scale: number;
  readonly #isTime: boolean;
  readonly #frames: number[] = [];
  readonly #stacks: number[] = [];
  /** Frames from this depth on are in no sample yet. */
  #unseenFrom = 0;
  #start: number | undefined;
  #now = 0;
  #carriedOver = 0;

  constructor(builder: ProfileBuilder, { scale, isTime }: OpenStackOptions) {
    this.#builder = builder;
    this.#scale = scale;
    this.#isTime = isTime;
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** The clock: the latest `at` so far. */
  get now(): number {
    return this.#now;
  }

  /** Moves the clock; an earlier `at` leaves it where it is, and gives false. */
  advance(at: number): boolean {
    this.#start ??= this.#now = at;
    if (at < this.#now) return false;
    if (at > this.#now && this.#frames.length > 0) this.#emit(at - this.#now);
    this.#now = at;
    return true;
  }

  enter(frame: number): void {
    this.#frames.push(frame);
    this.#stacks.push(this.#builder.stack(this.#stacks.at(-1) ?? noStack, frame));
  }

  /** Leaves the innermost frame. */
  leave(): void {
    if (this.#frames.length > this.#unseenFrom) this.#emit(0);
    this.#frames.pop();
    this.#stacks.pop();
    this.#unseenFrom = this.#frames.length;
  }

  /** Leaves the innermost open call of this frame; says where that was. */
  leaveFrame(frame: number): 'innermost' | 'under-others' | 'not-open' {
    const top = this.#frames.length - 1;
    const lowest = Math.max(0, top - deepestSearch);
    let depth = top;
    while (depth >= lowest && this.#frames[depth] !== frame) depth--;
    if (depth < lowest) return 'not-open';
    if (depth < top) {
      this.leaveAt(depth);
      return 'under-others';
    }
    this.leave();
    return 'innermost';
  }

  /**
   * Leaves the frame at this depth though others are open above it, which stay open without it.
   * Gives how many were left: more than this one only where too many overlap.
   */
  leaveAt(depth: number): number {
    const above = this.#frames.slice(depth + 1);
    for (let i = above.length; i >= 0; i--) this.leave();
    this.#carriedOver += above.length;
    if (this.#carriedOver > mostCarriedOver) return above.length + 1;
    for (const frame of above) this.enter(frame);
    this.#unseenFrom = this.#frames.length; // they were seen above the frame that is gone
    return 1;
  }

  #emit(duration: number): void {
    const stack = this.#stacks.at(-1) ?? noStack;
    const time = (this.#now - (this.#start ?? 0)) * this.#scale;
    this.#builder.sample(stack, duration * this.#scale, this.#isTime ? time : undefined);
    this.#unseenFrom = this.#frames.length;
  }
}
