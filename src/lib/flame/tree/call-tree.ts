import type { FrameTable } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import type { DepthColumn, WeightColumn } from './columns.ts';

/** How siblings are ordered from left to right. */
export type SiblingOrder = 'name' | 'weight' | 'time';

/** The index that stands for "everything": the parent of a root frame. */
export const allNodes = -1;

/**
 * A call tree as columns, one row a node, in pre-order: a node stands before its children, and its
 * subtree is the rows `i` to `end[i] - 1`. There is no row for "all": a root's `parent` is -1.
 *
 * So: node `b` is `a` or below it when `a <= b && b < end[a]`; the first child of `i` is `i + 1`
 * where `end[i] > i + 1`, and its next sibling starts at its `end`.
 */
export interface CallTree {
  /** Number of nodes. */
  readonly size: number;
  /** Frames in the deepest stack; 0 for an empty tree. */
  readonly maxDepth: number;
  /** Sum of the roots' totals plus samples without any frame, in `unit`. */
  readonly totalWeight: number;
  readonly unit: WeightUnit;
  /**
   * What 1 in `self`, `total` and `start` stands for, in `unit`. Absent is 1; something else only where a comparison is
   * laid out in finer steps than its weights are whole: see `DiffTree`.
   */
  readonly weightStep?: number;
  /** Leaf-first: roots are the frames that were running, children are callers. */
  readonly inverted: boolean;
  readonly order: SiblingOrder;
  /** Leaf-first: frames that were kept of each stack, where a limit cut further callers off. */
  readonly cutDepth?: number;
  readonly frames: FrameTable;
  /** Index into `frames`. */
  readonly frame: Int32Array;
  /** Row of the parent, or -1. */
  readonly parent: Int32Array;
  /** First row after the subtree. */
  readonly end: Int32Array;
  /** 0 for a root. */
  readonly depth: DepthColumn;
  /** Weight of the samples that end here. */
  readonly self: WeightColumn;
  /** Weight of the samples that pass through or end here. */
  readonly total: WeightColumn;
  /** Left edge in the layout, in weight units from 0; the node is `total` wide. */
  readonly start: WeightColumn;
  /** Frame name of a row, as the file gives it. */
  nameOf(index: number): string;
}
