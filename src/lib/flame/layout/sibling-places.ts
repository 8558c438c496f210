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
  const places = new Map<number, SiblingPlace>();
  return (row) => {
    if (row < 0) return { position: 1, siblings: 1 };
    const known = places.get(row);
    if (known !== undefined) return known;
    const family = [...childrenOf(tree, tree.parent[row] ?? -1)];
    family.forEach((member, i) => places.set(member, { position: i + 1, siblings: family.length }));
    return places.get(row) ?? { position: 1, siblings: family.length };
  };
}
