import { allRow } from './cull-boxes.ts';
import type { WeightColumn } from '../tree/columns.ts';
import type { FlameLayout } from './flame-layout.ts';

/** What the arrow keys need of a tree; `CallTree` and `FlameLayout` both have it. */
type Kinship = Pick<FlameLayout, 'size' | 'parent' | 'end'>;

function firstSiblingOf(tree: Kinship, row: number): number {
  const parent = tree.parent[row] ?? allRow;
  return parent === allRow ? 0 : parent + 1;
}

function siblingsEnd(tree: Kinship, row: number): number {
  const parent = tree.parent[row] ?? allRow;
  return parent === allRow ? tree.size : (tree.end[parent] ?? tree.size);
}

/** The rows directly below `row`, from left to right; the roots for `allRow`. */
export function* childrenOf(tree: Kinship, row: number): Generator<number, void> {
  const to = row === allRow ? tree.size : (tree.end[row] ?? 0);
  for (let child = row + 1; child < to; child = tree.end[child] ?? to) yield child;
}

/** The widest child, the leftmost of equals; `undefined` at a leaf. */
export function heaviestChild(tree: Kinship, width: WeightColumn, row: number): number | undefined {
  let heaviest: number | undefined;
  for (const child of childrenOf(tree, row)) {
    if (heaviest === undefined || width[child]! > width[heaviest]!) heaviest = child; // both are rows
  }
  return heaviest;
}

/** The sibling to the right; `undefined` at the last one and for `allRow`. */
export function nextSibling(tree: Kinship, row: number): number | undefined {
  if (row === allRow) return undefined;
  const next = tree.end[row] ?? tree.size;
  return next < siblingsEnd(tree, row) ? next : undefined;
}

/** The sibling to the left; `undefined` at the first one and for `allRow`. */
export function previousSibling(tree: Kinship, row: number): number | undefined {
  if (row === allRow) return undefined;
  const first = firstSiblingOf(tree, row);
  if (first === row) return undefined;
  // The row before is the end of the previous sibling's subtree: climb up to that sibling.
  const parent = tree.parent[row];
  let previous = row - 1;
  while (tree.parent[previous] !== parent) previous = tree.parent[previous] ?? first;
  return previous;
}

/** Whether nothing stands on the row; of `allRow`, whether the tree is empty. */
export function isLeaf(tree: Kinship, row: number): boolean {
  return row === allRow ? tree.size === 0 : (tree.end[row] ?? 0) <= row + 1;
}

/** Whether `row` is `ancestor` or below it. */
export function isWithin(tree: Kinship, row: number, ancestor: number): boolean {
  if (ancestor === allRow) return true;
  return ancestor <= row && row < (tree.end[ancestor] ?? 0);
}
