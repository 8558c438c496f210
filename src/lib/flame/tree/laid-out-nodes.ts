import type { DepthColumn, WeightColumn } from './columns.ts';

/** Nodes put into rows, in pre-order. Columns are as in `CallTree`. */
export interface LaidOutNodes {
  readonly size: number;
  readonly maxDepth: number;
  readonly columns: {
    readonly frame: Int32Array;
    readonly parent: Int32Array;
    readonly end: Int32Array;
    readonly depth: DepthColumn;
    readonly self: WeightColumn;
    readonly total: WeightColumn;
    readonly start: WeightColumn;
  };
  /** Row by node. */
  readonly row: Int32Array;
}
