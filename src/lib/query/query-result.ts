import type { WeightUnit } from '../flame/index.ts';

/** A box of the graph, or a function: everything that a text may want to say of it. */
export interface FoundFrame {
  readonly name: string;
  /** Names from the root to the box; only where one box is meant. */
  readonly path?: readonly string[];
  readonly self: number;
  readonly total: number;
}

/** What a query gives. `of` is the base of a share, in the same unit as the weight. */
export type QueryResult =
  | WeightResult
  | ShareResult
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'frame';
      readonly frame: FoundFrame;
      readonly of: number;
      readonly unit: WeightUnit;
    }
  | {
      readonly kind: 'frames';
      readonly frames: readonly FoundFrame[];
      readonly of: number;
      readonly unit: WeightUnit;
    };

export interface WeightResult {
  readonly kind: 'weight';
  readonly value: number;
  readonly of: number;
  readonly unit: WeightUnit;
}

export interface ShareResult {
  readonly kind: 'share';
  /** In 0..1. */
  readonly value: number;
  /** k and n of the share. */
  readonly weight: number;
  readonly of: number;
  readonly unit: WeightUnit;
}
