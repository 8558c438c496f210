import { allNodes } from '../tree/call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';

/** Where `hotPath` starts, and when it stops; shares are in 0..1. */
export interface HotPathOptions {
  /** Row to start below; -1 (default) for the whole tree. */
  readonly from?: number;
  /** The heaviest child is followed while it keeps this share of its parent's total; 0.5 by default. */
  readonly share?: number;
  /** Where to stop in any case: lighter children are not followed. 0 by default. */
  readonly minWeight?: number;
}

/** Follows the heaviest child down while it keeps `share` of its parent. Gives rows, top down. */
export function hotPath(tree: CallTree, options: HotPathOptions = {}): number[] {
  const { from = allNodes, share = 0.5, minWeight = 0 } = options;
  const path: number[] = [];
  let weight = from === allNodes ? tree.totalWeight : (tree.total[from] ?? 0);
  for (let row = from; ;) {
    const heaviest = heaviestChildOf(tree, row);
    const total = heaviest === undefined ? 0 : (tree.total[heaviest] ?? 0);
    const isHot = total > 0 && total >= minWeight && total >= share * weight;
    if (heaviest === undefined || !isHot) return path;
    path.push(heaviest);
    row = heaviest;
    weight = total;
  }
}

/** Rows of the children of `row`, or of the roots for -1, from left to right. */
export function* childRows(tree: CallTree, row: number): Generator<number> {
  const end = row === allNodes ? tree.size : (tree.end[row] ?? 0);
  for (let child = row + 1; child < end; child = tree.end[child] ?? end) yield child;
}

/** The first of the heaviest children. */
function heaviestChildOf(tree: CallTree, row: number): number | undefined {
  let heaviest: number | undefined;
  for (const child of childRows(tree, row)) {
    if (heaviest === undefined || (tree.total[child] ?? 0) > (tree.total[heaviest] ?? 0)) {
      heaviest = child;
    }
  }
  return heaviest;
}
