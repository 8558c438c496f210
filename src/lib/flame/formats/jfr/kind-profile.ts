import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { Key } from './chunk-bytes.ts';
import type { ConstantPools } from './constant-pools.ts';
import { FrameReader } from './frame-reader.ts';
import { fieldOf, type JfrType, type JfrValue } from './jfr-types.ts';
import type { SampleKind } from './sample-kinds.ts';

interface Sample {
  readonly stack: number;
  readonly weight: number;
  /** Nanoseconds since 1970, too many for a number to be exact. */
  readonly time: bigint;
}

/** Collects the samples of one kind over all chunks. */
export class KindProfile {
  readonly #kind: SampleKind;
  readonly #name: string;
  readonly #builder = new ProfileBuilder();
  readonly #samples: Sample[] = [];
  #pools: ConstantPools | undefined;
  /** Keys mean something in one chunk only. */
  readonly #stackOfKey = new Map<Key, number>();
  /** Of this chunk. */
  #frames: FrameReader | undefined;
  #truncated = 0;
  readonly #truncatedKeys = new Set<Key>();

  constructor(kind: SampleKind, name: string) {
    this.#kind = kind;
    this.#name = name;
  }

  add(pools: ConstantPools, stackType: JfrType, key: Key, weight: number, time: bigint): void {
    if (pools !== this.#pools) {
      this.#pools = pools;
      this.#frames = undefined;
      this.#stackOfKey.clear();
      this.#truncatedKeys.clear();
    }
    let stack = this.#stackOfKey.get(key);
    if (stack === undefined) {
      stack = this.#readStack(pools, stackType, key);
      this.#stackOfKey.set(key, stack);
    }
    if (this.#truncatedKeys.has(key)) this.#truncated++;
    this.#samples.push({ stack, weight, time });
  }

  /** Samples whose stacks lack their roots. */
  get truncated(): number {
    return this.#truncated;
  }

  get name(): string {
    return this.#name;
  }

  get length(): number {
    return this.#samples.length;
  }

  /** The profile, in the order of time: the file has the order in which threads flushed. */
  build(): Profile {
    const inOrder = this.#samples.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
    const first = inOrder[0]?.time ?? 0n;
    for (const { stack, weight, time } of inOrder) {
      this.#builder.sample(stack, weight, Number(time - first));
    }
    const { unit } = this.#kind;
    const sampleCount = unit === 'nanoseconds' ? { sampleCount: inOrder.length } : {};
    return this.#builder.build(this.#name, unit, sampleCount);
  }

  #readStack(pools: ConstantPools, type: JfrType, key: Key): number {
    const trace = pools.get(type.id, key);
    if (fieldOf(type, trace, 'truncated') === true) this.#truncatedKeys.add(key);
    const { type: frameType, value } = pools.field(type, trace, 'frames');
    const leafFirst: readonly JfrValue[] = Array.isArray(value) ? value : [];
    if (this.#frames?.type !== frameType) {
      this.#frames = new FrameReader(frameType, pools, this.#builder);
    }
    const frames = this.#frames;
    let stack = noStack;
    for (let i = leafFirst.length - 1; i >= 0; i--) {
      stack = this.#builder.stack(stack, frames.frameOf(leafFirst[i]));
    }
    return stack;
  }
}
