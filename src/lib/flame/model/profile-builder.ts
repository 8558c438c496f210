import { GrowingFloat64, GrowingInt32 } from './growing-column.ts';
import { NameIndex } from './name-index.ts';
import type { FrameDetail, Profile, StackTable } from './profile.ts';
import { siblingsByName } from './siblings-by-name.ts';
import { rememberSorted } from './sorted-profile.ts';
import { noStack, StackTrie } from './stack-trie.ts';
import type { WeightUnit } from './weight.ts';

export { noStack };

/**
 * Collects frames, stacks and samples, then gives a finished `Profile`. Frames are interned by
 * name and detail, stacks by (prefix, frame), so equal stacks have one index.
 */
export class ProfileBuilder {
  readonly #names: string[] = [];
  readonly #details: (FrameDetail | undefined)[] = [];
  /** Of the frames without details. */
  readonly #frameByName = new NameIndex(this.#names);
  /** Of each name, the frame with details that was asked for last: mostly it is the next one too. */
  readonly #latestOfName = new Map<string, number>();
  /** By name and details: only of names that have several, since a key takes longer than all the rest. */
  readonly #frameByKey = new Map<string, number>();
  readonly #keyedNames = new Set<string>();
  readonly #stacks = new StackTrie();
  readonly #stackOfSample = new GrowingInt32();
  readonly #weight = new GrowingFloat64();
  readonly #time = new GrowingFloat64();
  #totalWeight = 0;

  /** The frame's index; the same name and detail always give the same index. */
  frame(name: string, detail?: FrameDetail): number {
    if (detail === undefined) {
      const known = this.#frameByName.find(name);
      if (known !== undefined) return known; // index 0 is a frame like any other
      const index = this.#pushFrame(name, undefined);
      this.#frameByName.add(index);
      return index;
    }
    const latest = this.#latestOfName.get(name);
    const before = latest === undefined ? undefined : this.#details[latest];
    if (latest !== undefined && isSame(before, detail)) return latest;
    const index =
      latest === undefined || before === undefined
        ? this.#pushFrame(name, detail)
        : this.#frameOfSeveral(name, detail, { index: latest, detail: before });
    this.#latestOfName.set(name, index);
    return index;
  }

  /** The frame of a name that has had other details. */
  #frameOfSeveral(
    name: string,
    detail: FrameDetail,
    latest: { readonly index: number; readonly detail: FrameDetail },
  ): number {
    if (!this.#keyedNames.has(name)) {
      this.#keyedNames.add(name);
      this.#frameByKey.set(keyOf(name, latest.detail), latest.index);
    }
    const key = keyOf(name, detail);
    const known = this.#frameByKey.get(key);
    if (known !== undefined) return known;
    const index = this.#pushFrame(name, detail);
    this.#frameByKey.set(key, index);
    return index;
  }

  /** The stack that has `prefix` (or `noStack`) below and `frame` as its leaf. */
  stack(prefix: number, frame: number): number {
    const known = this.#stacks.find(prefix, frame);
    return known === noStack ? this.#stacks.add(prefix, frame) : known;
  }

  /** The stack of these frame names, root first; `noStack` when there are none. */
  stackOfNames(names: readonly string[]): number {
    let stack = noStack;
    for (const name of names) stack = this.stack(stack, this.frame(name));
    return stack;
  }

  /**
   * Adds one sample. Give `time` (nanoseconds from the start) for all samples or for none.
   * Throws a RangeError for a weight that is not a finite number: importers check before.
   */
  sample(stack: number, weight: number, time?: number): void {
    if (!Number.isFinite(weight)) throw new RangeError(`weight ${weight} is not a finite number`);
    this.#stackOfSample.push(stack);
    this.#weight.push(weight);
    if (time !== undefined) this.#time.push(time);
    this.#totalWeight += weight;
  }

  get sampleCount(): number {
    return this.#stackOfSample.length;
  }

  build(name: string, unit: WeightUnit, options: { sampleCount?: number } = {}): Profile {
    return this.#profile(name, unit, this.#stacks.finish(), options);
  }

  /**
   * The same with the stacks numbered anew as a call tree has them, which is remembered. Only for
   * profiles of which `rememberSorted` would be true then; no two frames may have one name. Samples
   * keep their order.
   */
  buildSorted(name: string, unit: WeightUnit): Profile {
    const stackOfSample = this.#stackOfSample.finish();
    const weight = this.#weight.finish();
    const ends = new Int32Array(this.#stacks.size); // 1 where a stack has weight of its own
    for (let i = 0; i < weight.length; i++) {
      if (weight[i] !== 0 && stackOfSample[i] !== noStack) ends[stackOfSample[i]!] = 1; // i < length
    }
    const sort = siblingsByName(this.#names, (leaf) => this.#stacks.frameOf(leaf));
    const { stacks, rowOf } = this.#stacks.finishInOrder(ends, sort);
    const profile = this.#profile(name, unit, stacks, {});
    const { stack } = profile.samples;
    for (let i = 0; i < stack.length; i++) {
      if (stack[i] !== noStack) stack[i] = rowOf[stack[i]!]!; // a sample's stack is one of them
    }
    rememberSorted(profile);
    return profile;
  }

  #profile(
    name: string,
    unit: WeightUnit,
    stacks: StackTable,
    options: { sampleCount?: number },
  ): Profile {
    const length = this.#stackOfSample.length;
    const hasTime = this.#time.length === length && length > 0;
    return {
      name,
      unit,
      frames: { length: this.#names.length, names: this.#names, details: this.#details },
      stacks,
      samples: {
        length,
        stack: this.#stackOfSample.finish(),
        weight: this.#weight.finish(),
        ...(hasTime ? { time: this.#time.finish() } : {}),
      },
      totalWeight: this.#totalWeight,
      ...(options.sampleCount === undefined ? {} : { sampleCount: options.sampleCount }),
    };
  }

  #pushFrame(name: string, detail: FrameDetail | undefined): number {
    this.#details.push(detail);
    return this.#names.push(name) - 1;
  }
}

function keyOf(name: string, detail: FrameDetail): string {
  const { file, line, library, address, inlined, mark } = detail;
  return JSON.stringify([name, file, line, library, address, inlined, mark]);
}

function isSame(a: FrameDetail | undefined, b: FrameDetail): boolean {
  return (
    a !== undefined &&
    a.line === b.line &&
    a.file === b.file &&
    a.library === b.library &&
    a.address === b.address &&
    a.inlined === b.inlined &&
    a.mark === b.mark
  );
}
