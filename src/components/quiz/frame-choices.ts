import { buildCallTree } from '../../lib/flame/index.ts';
import type { Profile } from '../../lib/flame/index.ts';

export interface FrameChoice {
  readonly name: string;
  readonly depth: number;
  /** Of the whole profile, in 0..1. */
  readonly share: number;
}

/** More than this nobody scrolls through; the narrowest boxes are on the graph alone. */
const mostChoices = 100;

/**
 * The boxes of a profile from the root up, as a list to choose from; of large profiles the widest,
 * so that every box stands behind all that it is called by.
 */
export function frameChoices(profile: Profile): FrameChoice[] {
  const tree = buildCallTree(profile, { order: 'name' });
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  const totalOf = (row: number) => tree.total[row] ?? 0;
  const widest = rows.sort((a, b) => totalOf(b) - totalOf(a) || a - b).slice(0, mostChoices);
  return widest
    .sort((a, b) => a - b)
    .map((row) => ({
      name: tree.nameOf(row),
      depth: tree.depth[row] ?? 0,
      share: totalOf(row) / tree.totalWeight,
    }));
}
