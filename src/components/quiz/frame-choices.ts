import { buildCallTree, formatFullPath, pathOf } from '../../lib/flame/index.ts';
import type { Profile } from '../../lib/flame/index.ts';

export interface FrameChoice {
  /** Full path of the box. */
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** Of the whole profile, in 0..1. */
  readonly share: number;
}

/** More than this nobody scrolls through; the narrowest boxes are on the graph alone. */
const mostChoices = 300;

/** The boxes of a profile from the root up, as a list to choose from; of large ones the widest. */
export function frameChoices(profile: Profile): FrameChoice[] {
  const tree = buildCallTree(profile, { order: 'name' });
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  const totalOf = (row: number) => tree.total[row] ?? 0;
  const widest = rows.sort((a, b) => totalOf(b) - totalOf(a) || a - b).slice(0, mostChoices);
  return widest
    .sort((a, b) => a - b)
    .map((row) => ({
      path: formatFullPath(pathOf(tree, row)),
      name: tree.nameOf(row),
      depth: tree.depth[row] ?? 0,
      share: totalOf(row) / tree.totalWeight,
    }));
}
