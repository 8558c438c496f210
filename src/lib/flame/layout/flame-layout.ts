import type { CallTree } from '../tree/call-tree.ts';
import type { DepthColumn, WeightColumn } from '../tree/columns.ts';
import { outermostLevel } from './outermost-level.ts';

/** Rows `from` to `to - 1`, within which `start` never falls from row to row. */
export interface LayoutRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Where every node lies, before zoom and pixels: `start` to `start + width` in the tree's weight steps, on the
 * level `depth`. A view is a tree with one of these; two views of one tree differ only here.
 */
export interface FlameLayout {
  readonly size: number;
  readonly start: WeightColumn;
  readonly width: WeightColumn;
  readonly depth: DepthColumn;
  readonly parent: Int32Array;
  readonly end: Int32Array;
  /** One run; two where callers and callees are stacked on each other. */
  readonly runs: readonly LayoutRun[];
  /** Level of the topmost row of an icicle: -1 where a row for "all" stands above the roots. */
  readonly firstDepth: number;
  readonly lastDepth: number;
  /** Width of the whole, in weight steps. */
  readonly extent: number;
}

/** The level of the row for "all". */
export const allDepth = -1;

/** The tree's own layout: a node is as wide as its total, and "all" is as wide as everything. */
export function layoutOfTree(tree: Omit<CallTree, 'frames' | 'nameOf' | 'self'>): FlameLayout {
  return {
    size: tree.size,
    start: tree.start,
    width: tree.total,
    depth: tree.depth,
    parent: tree.parent,
    end: tree.end,
    runs: [{ from: 0, to: tree.size }],
    firstDepth: allDepth,
    lastDepth: tree.maxDepth - 1,
    extent: tree.totalWeight / (tree.weightStep ?? 1),
  };
}

/** The layout without the levels that neither the subtree of `row` nor its callers reach. */
export function layoutUpTo(layout: FlameLayout, row: number): FlameLayout {
  const { depth, end, lastDepth } = layout;
  const deepest = outermostLevel(depth, row, end[row]!); // a row
  return deepest === lastDepth ? layout : { ...layout, lastDepth: deepest };
}

/** Levels of the layout, the row for "all" included. */
export function levelsOf(layout: FlameLayout): number {
  return layout.lastDepth - layout.firstDepth + 1;
}

/**
 * First row in `from`..`to` whose `start` is not less than `edge`; `to` if there is none. Binary
 * search: within a run, `start` never falls.
 */
export function firstRowFrom(start: WeightColumn, edge: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < edge)
      low = middle + 1; // low <= middle < high <= start.length
    else high = middle;
  }
  return low;
}

/**
 * The same, where the row sought is likely to be near `from`: steps of growing length first, so that
 * a near row costs a few neighbouring reads and not a search through the whole tree.
 */
export function nextRowFrom(start: WeightColumn, edge: number, from: number, to: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < to && start[high]! < edge) {
    low = high + 1; // from <= high < to <= start.length
    high += step;
    step *= 2;
  }
  return firstRowFrom(start, edge, low, Math.min(high, to));
}
