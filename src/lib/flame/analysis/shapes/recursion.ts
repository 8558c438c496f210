import type { Profile } from '../../model/profile.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

interface Recursion {
  readonly name: string;
  readonly rows: number[];
  weight: number;
  deepest: number;
  isDirect: boolean;
}

/** Rarer recursion changes no number that a reader sees. */
const smallestShare = 0.01;

/**
 * Functions that are on a stack more than once, by the weight of the samples in which they are. Rows
 * are those of the second call. Adding up the boxes of such a name counts samples twice.
 */
export function findRecursion(profile: Profile, tree: CallTree): ShapeFinding[] {
  const measure = measureOf(profile);
  return [...recursionsOf(tree).values()]
    .filter(({ weight }) => weight > 0 && weight >= smallestShare * tree.totalWeight)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 10)
    .map(({ name, rows, weight, deepest, isDirect }) => ({
      code: 'recursion',
      ...measure(weight),
      frames: [name],
      rows,
      values: { deepest, direct: isDirect ? 1 : 0 },
    }));
}

/** One walk in pre-order, with a count for each name on the path. */
function recursionsOf(tree: CallTree): Map<string, Recursion> {
  const found = new Map<string, Recursion>();
  const onPath = new Map<string, number>();
  const path: string[] = [];
  for (let row = 0; row < tree.size; row++) {
    const depth = tree.depth[row] ?? 0;
    while (path.length > depth) {
      const left = path.pop() ?? '';
      onPath.set(left, (onPath.get(left) ?? 1) - 1);
    }
    const name = tree.nameOf(row);
    const times = (onPath.get(name) ?? 0) + 1;
    onPath.set(name, times);
    if (times > 1) note(found, tree, row, times, path.at(-1) === name);
    path.push(name);
  }
  return found;
}

function note(
  found: Map<string, Recursion>,
  tree: CallTree,
  row: number,
  times: number,
  isDirect: boolean,
): void {
  const name = tree.nameOf(row);
  let recursion = found.get(name);
  if (recursion === undefined) {
    recursion = { name, rows: [], weight: 0, deepest: 0, isDirect: false };
    found.set(name, recursion);
  }
  recursion.deepest = Math.max(recursion.deepest, times);
  recursion.isDirect ||= isDirect;
  if (times > 2) return; // the second call holds the samples of all deeper ones
  recursion.rows.push(row);
  recursion.weight += tree.total[row] ?? 0;
}
