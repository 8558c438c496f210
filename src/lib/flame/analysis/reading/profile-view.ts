import type { Profile } from '../../model/profile.ts';
import { buildCallTree } from '../../tree/build-call-tree.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { kindsOfFrames } from '../classify-frame.ts';
import type { FrameKind } from '../frame-kinds.ts';
import { functionTotals } from '../function-totals.ts';
import type { FunctionTotal } from '../function-totals.ts';
import type { Measured } from '../measured.ts';
import { independentSamples, measureOf } from '../measured.ts';

/** What all parts of a reading look at, computed once. */
export interface ProfileView {
  readonly profile: Profile;
  readonly tree: CallTree;
  /** By frame index. */
  readonly kinds: readonly FrameKind[];
  readonly totals: readonly FunctionTotal[];
  /** Rows by function name, in pre-order. */
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  /** Independent samples; absent where weights are something else. */
  readonly samples?: number;
  measure(weight: number): Measured;
  /** How many nodes are wider than this. */
  widerThan(weight: number): number;
}

export function viewOf(profile: Profile): ProfileView {
  const tree = buildCallTree(profile);
  const samples = independentSamples(profile);
  return {
    profile,
    tree,
    kinds: kindsOfFrames(profile),
    totals: functionTotals(profile),
    rowsOf: rowsByName(tree),
    ...(samples === undefined ? {} : { samples }),
    measure: measureOf(profile),
    widerThan: widerCounter(tree),
  };
}

function rowsByName(tree: CallTree): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < tree.size; row++) {
    const name = tree.nameOf(row);
    const known = rows.get(name);
    if (known === undefined) rows.set(name, [row]);
    else known.push(row);
  }
  return rows;
}

/** Counts by bisection in the sorted widths. */
function widerCounter(tree: CallTree): (weight: number) => number {
  const ascending = tree.total.slice().sort();
  return (weight) => {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ascending[middle] ?? 0) > weight) high = middle;
      else low = middle + 1;
    }
    return ascending.length - low;
  };
}

/** Names from the root down to a row's parent. */
export function pathOfRow(tree: CallTree, row: number): string[] {
  const path: string[] = [];
  for (let at = tree.parent[row] ?? -1; at >= 0; at = tree.parent[at] ?? -1) {
    path.push(tree.nameOf(at));
  }
  return path.reverse();
}

/** Sums weights by name, heaviest first (then in the order in which they came). */
export class WeightByName {
  readonly #weights = new Map<string, number>();

  add(name: string, weight: number): void {
    this.#weights.set(name, (this.#weights.get(name) ?? 0) + weight);
  }

  heaviest(limit = Infinity): { name: string; weight: number }[] {
    return [...this.#weights]
      .map(([name, weight]) => ({ name, weight }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, limit);
  }
}
