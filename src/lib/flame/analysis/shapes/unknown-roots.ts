import type { Profile } from '../../model/profile.ts';
import { parseFrameName } from '../../text/frame-name.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { kindOfFrame } from '../classify-frame.ts';
import { childRows } from '../hot-path.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

/** Whether a name says nothing: `[unknown]`, a bare address, a binary without the function. */
export function isUnknown(name: string): boolean {
  return kindOfFrame(parseFrameName(name).symbol) === 'unknown';
}

/** Less than this share happens in every recording: the first instructions of a thread. */
const smallestShare = 0.02;

/**
 * Stacks whose first frame has no name; under the name of a process, which collapsers put first,
 * the second. It is the mark of a walk along frame pointers that are not there.
 */
export function findUnknownRoots(profile: Profile, tree: CallTree): ShapeFinding[] {
  const rows: number[] = [];
  for (const root of childRows(tree, -1)) {
    if (isUnknown(tree.nameOf(root))) rows.push(root);
    else for (const row of childRows(tree, root)) if (isUnknown(tree.nameOf(row))) rows.push(row);
  }
  const weight = rows.reduce((sum, row) => sum + (tree.total[row] ?? 0), 0);
  if (rows.length === 0 || weight < smallestShare * tree.totalWeight) return [];
  const frames = [...new Set(rows.map((row) => tree.nameOf(row)))];
  return [{ code: 'unknown-roots', ...measureOf(profile)(weight), frames, rows, values: {} }];
}
