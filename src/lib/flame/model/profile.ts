import type { WeightUnit } from './weight.ts';

/** What a profiler said of a frame beside its name. Absent means that the file does not say. */
export interface FrameDetail {
  readonly file?: string;
  /** 1-based line in `file`. */
  readonly line?: number;
  /** Shared library, binary, module or script that holds the code. */
  readonly library?: string;
  readonly address?: string;
  /** The frame was inlined into its caller: it is in the source's stack, not in the machine's. */
  readonly inlined?: boolean;
  /** What the profiler itself calls this kind of frame (`kernel`, `user`, `jit`, `native`, `gc`…). */
  readonly mark?: string;
}

/**
 * Column of frames. A frame is (name, detail): two frames may share a name and differ in file or
 * library; everything that merges "by name" compares `names` alone.
 */
export interface FrameTable {
  readonly length: number;
  /** Frame names as the file gives them, by frame index. */
  readonly names: readonly string[];
  /** By frame index; `undefined` (or a shorter array) where the file gives nothing but the name. */
  readonly details: readonly (FrameDetail | undefined)[];
}

/**
 * Prefix tree of stacks, in columns. Stack `i` is stack `prefix[i]` with `frame[i]` as its leaf;
 * `prefix[i]` is -1 for a stack of one frame, and always less than `i`.
 */
export interface StackTable {
  readonly length: number;
  readonly prefix: Int32Array;
  readonly frame: Int32Array;
}

/** Column of samples, in the file's order. */
export interface SampleTable {
  readonly length: number;
  /** Index into the stack table; -1 for a sample without any frame. */
  readonly stack: Int32Array;
  /** In the profile's unit. Negative only where a profile is itself a difference. */
  readonly weight: Float64Array;
  /** Start of each sample in nanoseconds from the first, ascending; absent where there is no time. */
  readonly time?: Float64Array;
}

/** One recorded profile: one event of one thread, process or program. Read-only once built. */
export interface Profile {
  readonly name: string;
  readonly unit: WeightUnit;
  readonly frames: FrameTable;
  readonly stacks: StackTable;
  readonly samples: SampleTable;
  /** Sum of the samples' weights, in `unit`. */
  readonly totalWeight: number;
  /**
   * How many times the profiler really looked, where the file tells and weights are something else
   * (nanoseconds, cycles). Statistics need this number and not the weight.
   */
  readonly sampleCount?: number;
}
