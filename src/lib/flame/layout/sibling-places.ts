import { childrenOf } from './neighbours.ts';
import { firstRowFrom } from './flame-layout.ts';
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
  tree: Pick<FlameLayout, 'size' | 'parent' | 'end' | 'runs'>,
): (row: number) => SiblingPlace {
  const families = new Map<number, Uint32Array>();
  const { runs } = tree;
  return (row) => {
    if (row < 0) return { position: 1, siblings: 1 };
    const parent = tree.parent[row] ?? -1;
    let family = families.get(parent);
    if (family === undefined) {
      // Of a sandwich the second root is not drawn: the function, as that of its callers.
      const drawn = parent < 0 ? { ...tree, size: runs[0]!.to } : tree;
      families.set(parent, (family = Uint32Array.from(childrenOf(drawn, parent))));
    }
    // Rows ascend.
    const before = firstRowFrom(family, row, 0, family.length);
    return { position: before + 1, siblings: family.length };
  };
}
