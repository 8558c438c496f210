import type { WeightUnit } from '../../model/weight.ts';
import type { Finding } from '../finding.ts';
import type { FrameKind, SystemCallKind } from '../frame-kinds.ts';
import type { CallChain } from '../main-chains.ts';
import type { Measured } from '../measured.ts';
import type { ShapeFinding } from '../shapes/shape.ts';

/** A node of the root-first tree (`buildCallTree(profile)`). */
export interface NodeFact extends Measured {
  readonly row: number;
  readonly name: string;
  /** Names of its callers, root first. */
  readonly path: readonly string[];
  readonly self: number;
  /** How many nodes are wider. */
  readonly wider: number;
}

/** A function: all frames of one name. */
export interface FunctionFact {
  readonly name: string;
  readonly kind: FrameKind;
  readonly self: Measured;
  readonly total: Measured;
  /** Its nodes, widest first. */
  readonly rows: readonly number[];
  /** How many nodes are wider than the widest of them. */
  readonly wider: number;
  /** Who calls it, by the weight of the samples, heaviest first; for `self` of those it runs in. */
  readonly callers: readonly { readonly name: string; readonly weight: number }[];
}

/** A share of the self weight: of a kind of frame, a library… */
export interface PartFact extends Measured {
  readonly name: string;
}

/** One system call, and who makes it. */
export interface SystemCallFact extends Measured {
  /** As the frames are named, the most frequent name. */
  readonly frame: string;
  /** Without prefixes: `writev` for `__x64_sys_writev`. */
  readonly name: string;
  readonly kind: SystemCallKind;
  /** The nearest callers outside of the kernel, heaviest first. */
  readonly callers: readonly { readonly name: string; readonly weight: number }[];
}

/** All system calls of one kind, each sample once. */
export interface SystemCallKindFact extends Measured {
  readonly kind: SystemCallKind;
  /** Names of the calls, heaviest first. */
  readonly calls: readonly string[];
}

/**
 * What system calls are for, across kinds.
 *
 * - `hand-off`: threads that wake each other, wait for each other and lock
 * - `bytes`: reading and writing, but for what is under `log`
 * - `log`: writes under a logger or standard output
 * - `event-loop`: waiting for events
 * - `files`: opening, listing and asking about files
 * - `memory`: asking for pages and giving them back
 * - `rest`: sockets, processes, clocks and what is unknown
 */
export type SystemCallGroup =
  'hand-off' | 'bytes' | 'log' | 'event-loop' | 'files' | 'memory' | 'rest';

/** All system calls of one purpose, each sample once. */
export interface SystemCallGroupFact extends Measured {
  readonly group: SystemCallGroup;
  readonly calls: readonly string[];
}

/**
 * - `too-few-samples`: under 100 (flamegraph.pl warns there too). `values.samples`, `values.widest`
 *   (width of the interval at the heaviest function, in points), `values.forOnePoint` (samples that
 *   would give it ± 1 point).
 * - `few-samples`: under 1,000; the same values.
 * - `rank-undecided`: the two heaviest leaves cannot be told apart. `values.first`, `values.second`.
 * - `weights-not-samples`: no intervals, as weights do not count samples. `values.unit`.
 * - `weights-look-like-periods`: "samples" that are event periods. `values.smallest`.
 * - `on-cpu-only`: waiting is not in it; what stands under wait calls is the cost of going to sleep
 *   and waking up.
 * - `waiting-counted`: it is not a CPU profile: most of it waits.
 * - `idle-threads`: samples of threads with nothing to do are part of the total.
 * - `kernel-hidden`: kernel time is drawn as self time of the stubs, without kernel frames.
 * - `missing-symbols`: frames without a function name.
 * - `name-misleads`: a wide frame whose name promises what no sample does: its own weight is 0, and no
 *   callee is called that. `values.word`.
 * - `merged-generics`: names without type arguments: several functions are one box.
 * - `linker-stubs`: stubs that are named after their target: nothing is missing.
 * - `outlined-code`: pieces of functions that the compiler took out.
 * - `many-threads`: time of many threads is added up. `values.entries` (roots told apart; each may
 *   hold any number of threads).
 * - `one-thread`: all that is known begins in the first thread.
 * - `mixed-phases`: start-up and work are in one picture.
 * - `missing-callers`: leaves that stand under their grandparent.
 * - `unknown-roots`, `truncated-stacks`, `recursion`: the shape of that name changes how to read.
 */
export type CautionCode =
  | 'too-few-samples'
  | 'few-samples'
  | 'rank-undecided'
  | 'weights-not-samples'
  | 'weights-look-like-periods'
  | 'on-cpu-only'
  | 'waiting-counted'
  | 'idle-threads'
  | 'kernel-hidden'
  | 'missing-symbols'
  | 'name-misleads'
  | 'merged-generics'
  | 'linker-stubs'
  | 'outlined-code'
  | 'many-threads'
  | 'one-thread'
  | 'mixed-phases'
  | 'missing-callers'
  | 'unknown-roots'
  | 'truncated-stacks'
  | 'recursion';

/** Something to be careful about, with the rows and weights that it rests on. */
export type Caution = Finding<CautionCode>;

/** A profile read: numbers and what they rest on, no prose (`readingToMarkdown` writes that). */
export interface Reading {
  readonly name: string;
  readonly unit: WeightUnit;
  readonly totalWeight: number;
  /** Samples that the statistics rest on; absent where weights do not count samples. */
  readonly samples?: number;
  readonly functions: number;
  readonly nodes: number;
  readonly maxDepth: number;
  /** The widest nodes. Near the root they are wide by construction: they hold all the others. */
  readonly widest: readonly NodeFact[];
  readonly hotBySelf: readonly FunctionFact[];
  readonly hotByTotal: readonly FunctionFact[];
  readonly selfByKind: readonly PartFact[];
  readonly selfByLibrary: readonly PartFact[];
  readonly chains: readonly CallChain[];
  readonly systemCalls: {
    readonly all: Measured;
    readonly calls: readonly SystemCallFact[];
    readonly kinds: readonly SystemCallKindFact[];
    readonly groups: readonly SystemCallGroupFact[];
  };
  readonly shapes: readonly ShapeFinding[];
  readonly cautions: readonly Caution[];
}

/** How long the lists of a reading get. */
export interface ReadingOptions {
  /** Entries in each list; 10 by default. System calls are always all there. */
  readonly limit?: number;
}
