import {
  buildCallTree,
  displayName,
  findNode,
  isWithin,
  kindsOfFrames,
} from '../../../lib/flame/index.ts';
import type { CallTree, Profile } from '../../../lib/flame/index.ts';
import type { SmallFrame } from '../small-tree/paint-small-tree.ts';

/**
 * The frames of the exercise, the root first, each standing on the nearest of the others that is
 * below it in the stacks. Throws where a path names no frame, or one outside the root.
 *
 * @param paths path expressions, as links name frames
 */
export function framesOf(profile: Profile, root: string, paths: readonly string[]): SmallFrame[] {
  const tree = buildCallTree(profile);
  const kinds = kindsOfFrames(profile);
  const rows = [root, ...paths].map((path) => {
    const row = findNode(tree, path);
    if (row === undefined || row < 0) throw new Error(`<RebuildTree>: no frame "${path}".`);
    return row;
  });
  return rows.map((row, index) => {
    const onto = index === 0 ? undefined : nearestBelow(tree, rows, row);
    const weight = tree.total[row] ?? 0;
    return {
      id: String(index),
      name: `${displayName(tree.nameOf(row), { level: 'shortest' })} · ${weight}`,
      weight,
      kind: kinds[tree.frame[row] ?? 0] ?? 'unknown',
      ...(onto !== undefined && { onto: String(onto) }),
    };
  });
}

/** Index of the frame that is closest below this row. */
function nearestBelow(tree: CallTree, rows: readonly number[], row: number): number {
  let nearest: number | undefined;
  for (const [index, other] of rows.entries()) {
    if (other === row || !isWithin(tree, row, other)) continue;
    // Rows are in pre-order: of two ancestors the later row is the closer one.
    if (nearest === undefined || other > (rows[nearest] ?? 0)) nearest = index;
  }
  if (nearest === undefined) throw new Error(`<RebuildTree>: "${tree.nameOf(row)}" is not inside.`);
  return nearest;
}
