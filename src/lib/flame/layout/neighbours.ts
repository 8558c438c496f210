import { allRow } from './cull-boxes.ts';
import type { FlameLayout } from './flame-layout.ts';

/** What the arrow keys need of a tree; `CallTree` and `FlameLayout` both have it. */
type Kinship = Pick<FlameLayout, 'size' | 'parent' | 'end'>;

/** The rows directly below `row`, from left to right; the roots for `allRow`. */
export function* childrenOf(tree: Kinship, row: number): Generator<number, void> {
  const to = row === allRow ? tree.size : (tree.end[row] ?? 0);
  for (let child = row + 1; child < to; child = tree.end[child] ?? to) yield child;
}

/** The child that weighs most by `weightOf`, the leftmost of equals; `undefined` at a leaf. */
export function heaviestChild(
  tree: Kinship,
  weightOf: (row: number) => number,
  row: number,
): number | undefined {
  let heaviest: number | undefined;
  for (const child of childrenOf(tree, row)) {
    if (heaviest === undefined || weightOf(child) > weightOf(heaviest)) heaviest = child;
  }
  return heaviest;
}

/** The sibling to the right; `undefined` at the last one and for `allRow`. */
export function nextSibling(tree: Kinship, row: number): number | undefined {
  const next = tree.end[row]!; // `allRow` has none, which is before nothing
  return next < tree.size && tree.parent[next] === tree.parent[row] ? next : undefined;
}

/** The sibling to the left; `undefined` at the first one and for `allRow`. */
export function previousSibling(tree: Kinship, row: number): number | undefined {
  const parent = tree.parent[row];
  let previous = row - 1;
  if (row === allRow || previous === parent) return undefined;
  // The row before is the end of the previous sibling's subtree: climb up to that sibling.
  while (tree.parent[previous] !== parent) previous = tree.parent[previous]!;
  return previous;
}

/** Whether nothing stands on the row; of `allRow`, whether the tree is empty. */
export function isLeaf(tree: Kinship, row: number): boolean {
  return row === allRow ? tree.size === 0 : (tree.end[row] ?? 0) <= row + 1;
}

/**
 * Whether a row is drawn for the way only, in a picture that is zoomed to `root`: it calls it; or it stands in the other
 * half of a sandwich, where what lies at the same place is of other samples.
 */
export function isBeside(layout: FlameLayout, root: number, row: number): boolean {
  const callers = layout.runs[1]?.from ?? 0;
  const isFunction = root < 1 || root === callers - 1; // or everything
  const isOtherHalf = callers > 0 && !isFunction && row < callers !== root < callers;
  return row !== root && (isOtherHalf || isWithin(layout, root, row));
}

/** Whether `row` is `ancestor` or below it. */
export function isWithin(tree: Kinship, row: number, ancestor: number): boolean {
  if (ancestor === allRow) return true;
  return ancestor <= row && row < (tree.end[ancestor] ?? 0);
}
