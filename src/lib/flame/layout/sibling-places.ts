import { childrenOf } from './neighbours.ts';
import type { FlameLayout } from './flame-layout.ts';

/** Where a row stands among its siblings: `position` from 1, of `siblings`. */
export interface SiblingPlace {
  readonly position: number;
  readonly siblings: number;
}

/**
 * Answers where rows stand among their siblings. Each family is counted once, when one of it is
 * first asked for.
 */
export function siblingPlaces(
  tree: Pick<FlameLayout, 'size' | 'parent' | 'end'>,
): (row: number) => SiblingPlace {
  const families = new Map<number, readonly number[]>();
  return (row) => {
    if (row < 0) return { position: 1, siblings: 1 };
    const parent = tree.parent[row] ?? -1;
    let family = families.get(parent);
    if (family === undefined) families.set(parent, (family = [...childrenOf(tree, parent)]));
    return { position: placeOf(family, row) + 1, siblings: family.length };
  };
}

/** Index of a row among ascending rows. */
function placeOf(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row)
      low = middle + 1; // low <= middle < length
    else high = middle;
  }
  return low;
}
