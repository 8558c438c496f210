/**
 * Names frames of a profile. Every selector stands for a set of boxes of the (root-first, merged by
 * name) graph; a function is all boxes of its name, wherever they are.
 *
 *   "libsystem_kernel.dylib`writev"   a function by its whole name, or by the end of it (`writev`)
 *                                     when no other function ends so
 *   { match: 'cv' }                   functions whose name holds this text, in any letter case;
 *   { match: '/_wait$/' }             or that fits this pattern
 *   { library: 'libsystem_kernel.dylib' }   functions of a library, binary or module
 *   { kind: 'kernel' }                functions of a kind, as the graph colours them
 *   { path: 'run_task > poll' }       one box, named as links name it
 *   { rank: 'self', nth: 1 }          the function that comes nth by self or total weight;
 *   { rank: 'box', nth: 1 }           the box that comes nth by width
 *   { leafOf: … }             the box with the most self weight among these and all inside them
 *   { childrenOf: … }, { parentOf: … }   boxes right above, or right below, in the stack
 *   { any: [ … ] }                    all of several selectors
 *
 * Every selector but a plain name can be narrowed: `under: …` keeps boxes that stand inside those of
 * another selector, at any distance; `calledBy: …` those that stand right on them; `except: …` leaves
 * some out, `widerThan: …` the narrow ones.
 */
export type Selector =
  | string
  | (Narrowing & { readonly match: string })
  | (Narrowing & { readonly function: string })
  | (Narrowing & { readonly library: string })
  | (Narrowing & { readonly kind: string })
  | (Narrowing & { readonly path: string })
  | (Narrowing & RankSelector)
  | (Narrowing & { readonly leafOf: Selector })
  | (Narrowing & { readonly childrenOf: Selector })
  | (Narrowing & { readonly parentOf: Selector })
  | (Narrowing & { readonly any: readonly Selector[] });

export interface Narrowing {
  /** Only boxes below whose way down to the root there is one of these. */
  readonly under?: Selector;
  /** Only boxes that stand right on one of these: their direct caller is among them. */
  readonly calledBy?: Selector;
  /** All but these boxes. */
  readonly except?: Selector;
  /** Only boxes wider (by total) than the widest of these, or than this share in 0..1. */
  readonly widerThan?: Threshold;
}

export type Threshold = Selector | { readonly share: number };

/**
 * The nth function by self or total weight, or the nth box by width, from 1. Two of the same weight
 * at that place make the query fail, since there would be no one answer; `ties: true` takes both.
 */
export interface RankSelector {
  readonly rank: 'self' | 'total' | 'box';
  readonly nth: number;
  /** Ranks only these boxes, or the functions that they belong to. */
  readonly among?: Selector;
  readonly ties?: true;
}

/**
 * A figure about a profile, or an answer, as plain data: it stands in YAML and in MDX props, and is
 * evaluated in the build, in tests and live.
 */
export type Query =
  /** Weight of the whole profile: its number of samples, where the unit is samples. */
  | { readonly samples: true }
  /** Weight of the samples that end in these frames; `of`: the base for a share (default: all). */
  | { readonly self: Selector; readonly of?: Selector }
  /** Weight of the samples that pass through these frames, each sample once. */
  | { readonly total: Selector; readonly of?: Selector }
  /** The same as a share in 0..1, wherever a plain number is compared or asked for. */
  | { readonly share: Query }
  /** One end of the 95% interval of a share. */
  | { readonly low: Query }
  | { readonly high: Query }
  /** How likely two shares differ this much by chance alone (two-proportion test); in 0..1. */
  | { readonly chance: readonly [Query, Query] }
  /** Most that removing a share could give: 1 / (1 - share), Amdahl's bound. */
  | { readonly speedup: Query }
  | CountQuery
  /** Frames in the deepest stack, or on the way to one box (the box itself counted). */
  | { readonly depth: true | Selector }
  /** The one function of a selector. */
  | { readonly frame: Selector }
  /** All boxes of a selector, widest first. */
  | { readonly frames: Selector }
  /** All functions of a selector, by this weight. */
  | { readonly functions: Selector; readonly by?: 'self' | 'total' }
  /** The boxes from the root to the widest box of a selector. */
  | { readonly chain: Selector }
  | { readonly sum: readonly Operand[] }
  | { readonly difference: readonly [Operand, Operand] }
  | { readonly ratio: readonly [Operand, Operand] }
  /** The same query on the second profile of a comparison. */
  | { readonly after: Query };

/** How many of something there are. */
export interface CountQuery {
  /**
   * `frames`: boxes of the graph. `functions`: distinct names. `leaves`: functions with self weight.
   * `stacks`: distinct stacks that were sampled; with `where`, those that end in it. `children`: boxes right above those of `where`.
   */
  readonly count: 'frames' | 'functions' | 'leaves' | 'stacks' | 'children';
  readonly where?: Selector;
  /** Only what is wider (by total; leaves by self) than this selector, or this share in 0..1. */
  readonly widerThan?: Threshold;
}

/** A statement about a profile that is true or false: what makes an option right. */
export type Check =
  | { readonly equal: readonly [Operand, Operand] }
  | { readonly greater: readonly [Operand, Operand] }
  | { readonly atLeast: readonly [Operand, Operand] }
  | { readonly less: readonly [Operand, Operand] }
  | { readonly atMost: readonly [Operand, Operand] }
  /** Whether the first selector's boxes all stand inside those of the second. */
  | { readonly inside: readonly [Selector, Selector] }
  /** Whether the selector finds anything. */
  | { readonly exists: Selector }
  /** Whether the library's own reading of the profile gives this caution: `CautionCode`. */
  | { readonly caution: string }
  | { readonly not: Check }
  | { readonly all: readonly Check[] };

/** A number, or a query that gives one (weights in the profile's unit, shares in 0..1). */
export type Operand = number | Query;
