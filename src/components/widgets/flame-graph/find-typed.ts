import { displayName } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isInSight } from './tree-keys.ts';

/**
 * The next row in sight, in the order of the tree and around its end, one of whose wordings begins
 * with what was typed. A word of one letter moves on from the current row, a longer one may stay.
 */
export function findTyped(view: FlameGraphView, from: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  const { size } = view.layout;
  const known = new Map<number, boolean>();
  for (let step = typed.length > 1 ? 0 : 1; step <= size; step++) {
    const row = (((from + step) % size) + size) % size;
    if (!isInSight(view, row)) continue;
    const frame = view.tree.frame[row] ?? 0;
    let fits = known.get(frame);
    if (fits === undefined) {
      const name = view.tree.nameOf(row);
      const wordings = [name, displayName(name), displayName(name, { level: 'shortest' })];
      fits = wordings.some((wording) => wording.toLowerCase().startsWith(wanted));
      known.set(frame, fits);
    }
    if (fits) return row;
  }
  return undefined;
}
