import type { ImportReport } from '../import-issue.ts';
import type { NestedBoxes } from './nest-boxes.ts';

/**
 * Totals of nested boxes such that no box is lighter than what stands on it. Titles hold rounded
 * numbers (`ms`, or a `--factor`), so that children may outweigh their parent by a few: the heaviest
 * child then gives the difference up, since the root's weight is the one with the smallest error.
 */
export function fitWeights({ boxes, parent }: NestedBoxes, report: ImportReport): Float64Array {
  const total = Float64Array.from(boxes, ({ weight }) => weight);
  const ofChildren = new Float64Array(boxes.length);
  for (let index = 0; index < parent.length; index++) {
    if (parent[index]! >= 0) ofChildren[parent[index]!]! += total[index]!; // a box is below another
  }
  let children: Map<number, number[]> | undefined;
  let cut = 0;
  for (let index = 0; index < total.length; index++) {
    let excess = ofChildren[index]! - total[index]!; // index < length
    if (excess <= 0) continue;
    children ??= childrenOf(parent);
    const weightOf = (child: number): number => total[child] ?? 0;
    const above = children.get(index) ?? [];
    for (const child of above.sort((a, b) => weightOf(b) - weightOf(a))) {
      const given = Math.min(excess, weightOf(child));
      total[child] = weightOf(child) - given;
      excess -= given;
      cut++;
      if (excess <= 0) break;
    }
  }
  if (cut > 0) {
    report.add({
      code: 'rounded-weights',
      message: 'Some frames outweigh the frame below them, by rounding: they were made to fit.',
      count: cut,
    });
  }
  return total;
}

function childrenOf(parent: Int32Array): Map<number, number[]> {
  const children = new Map<number, number[]>();
  parent.forEach((below, index) => {
    const siblings = children.get(below);
    if (siblings === undefined) children.set(below, [index]);
    else siblings.push(index);
  });
  return children;
}
