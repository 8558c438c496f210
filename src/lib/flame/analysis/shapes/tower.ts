import type { Profile } from '../../model/profile.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

/** Lower runs are in every program. */
const leastHeight = 8;
/** A wider run is a trunk, and says something: what all samples have below them. */
const widestShare = 0.1;

/** The tallest narrow run of frames in which each calls one other: high, and yet no cost. */
export function findTallestTower(profile: Profile, tree: CallTree): ShapeFinding[] {
  const { row, height } = tallestRun(tree);
  if (height < leastHeight) return [];
  const rows = Array.from({ length: height }, (_, i) => row + i);
  return [
    {
      code: 'tower',
      ...measureOf(profile)(tree.total[row] ?? 0),
      frames: rows.map((each) => tree.nameOf(each)),
      rows,
      values: { height },
    },
  ];
}

/** In pre-order a run of only children is a run of rows. */
function tallestRun(tree: CallTree): { row: number; height: number } {
  const widest = widestShare * tree.totalWeight;
  let tallest = { row: 0, height: 0 };
  for (let row = 0; row < tree.size;) {
    let last = row;
    while (isOnlyChild(tree, last + 1, last)) last++;
    const height = last - row + 1;
    if (height > tallest.height && (tree.total[row] ?? 0) < widest) tallest = { row, height };
    row = last + 1;
  }
  return tallest;
}

function isOnlyChild(tree: CallTree, row: number, parent: number): boolean {
  return (
    tree.parent[row] === parent &&
    tree.end[row] === tree.end[parent] &&
    tree.total[row] === tree.total[parent]
  );
}
