import type { WeightColumn } from '../../tree/columns.ts';
import type { FunctionTotal } from '../function-totals.ts';
import { libraryTotals } from '../library-totals.ts';
import { totalsByGroup } from '../function-totals.ts';
import { kindOfFrame } from '../classify-frame.ts';
import type { ProfileView } from './profile-view.ts';
import { pathOfRow, WeightByName } from './profile-view.ts';
import type { FunctionFact, NodeFact, PartFact } from './reading.ts';

/** The nodes with the largest totals, from the widest on; of equals, callers stand first. */
export function widestNodes(view: ProfileView, limit: number): NodeFact[] {
  const { tree } = view;
  const rows = heaviestRows(tree.total, limit);
  return rows.map((row) => ({
    ...view.measure(tree.total[row] ?? 0),
    row,
    name: tree.nameOf(row),
    path: pathOfRow(tree, row),
    self: tree.self[row] ?? 0,
    wider: view.widerThan(tree.total[row] ?? 0),
  }));
}

/** Keeps the best while passing once: a tree of a million nodes is not sorted for ten. */
function heaviestRows(weights: WeightColumn, limit: number): number[] {
  const best: number[] = [];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    const worst = best.at(-1);
    if (best.length >= limit && worst !== undefined && weight <= (weights[worst] ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (weights[best[at - 1] ?? 0] ?? 0) < weight) at--;
    best.splice(at, 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Functions by what they use up themselves: where the time goes. */
export function hotBySelf(view: ProfileView, limit: number): FunctionFact[] {
  return view.totals
    .filter(({ self }) => self > 0)
    .slice(0, limit)
    .map((total) => functionFact(view, total));
}

/** Functions by what runs below them: where it comes from. */
export function hotByTotal(view: ProfileView, limit: number): FunctionFact[] {
  return view.totals
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || depthOf(view, a) - depthOf(view, b))
    .slice(0, limit)
    .map((total) => functionFact(view, total));
}

/** Of equal totals the caller stands first. */
function depthOf({ rowsOf, tree }: ProfileView, { name }: FunctionTotal): number {
  return tree.depth[rowsOf.get(name)?.[0] ?? 0] ?? 0;
}

function functionFact(view: ProfileView, { name, self, total }: FunctionTotal): FunctionFact {
  const { tree } = view;
  const rows = [...(view.rowsOf.get(name) ?? [])];
  rows.sort((a, b) => (tree.total[b] ?? 0) - (tree.total[a] ?? 0) || a - b);
  const widest = rows[0] ?? 0;
  const frame = tree.frame[widest] ?? 0;
  return {
    name,
    kind: view.kinds[frame] ?? kindOfFrame(name),
    self: view.measure(self),
    total: view.measure(total),
    rows,
    wider: view.widerThan(tree.total[widest] ?? 0),
    callers: callersOfRows(view, rows, self > 0),
  };
}

function callersOfRows({ tree }: ProfileView, rows: readonly number[], bySelf: boolean) {
  const callers = new WeightByName();
  for (const row of rows) {
    const parent = tree.parent[row] ?? -1;
    const weight = (bySelf ? tree.self[row] : tree.total[row]) ?? 0;
    if (parent >= 0 && weight !== 0) callers.add(tree.nameOf(parent), weight);
  }
  return callers.heaviest(5);
}

export function selfByKind({ profile, kinds, measure }: ProfileView): PartFact[] {
  return parts(
    totalsByGroup(profile, (frame) => kinds[frame] ?? 'unknown'),
    measure,
  );
}

/** Nothing where no frame says its library. */
export function selfByLibrary({ profile, measure }: ProfileView): PartFact[] {
  const totals = libraryTotals(profile);
  return totals.some(({ name }) => name !== '') ? parts(totals, measure) : [];
}

function parts(totals: readonly FunctionTotal[], measure: ProfileView['measure']): PartFact[] {
  return totals
    .filter(({ self }) => self > 0)
    .map(({ name, self }) => ({ name, ...measure(self) }));
}
