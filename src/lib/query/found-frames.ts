import { pathOf } from '../flame/index.ts';
import type { CallTree } from '../flame/index.ts';
import { rowsOf } from './box-set.ts';
import type { BoxSet } from './box-set.ts';
import type { FoundFrame } from './query-result.ts';
import type { QuerySubject } from './query-subject.ts';

/** One box of the graph. */
export function boxFrame(tree: CallTree, row: number): FoundFrame {
  return {
    name: tree.nameOf(row),
    path: pathOf(tree, row),
    self: tree.self[row] ?? 0,
    total: tree.total[row] ?? 0,
  };
}

/** Functions that have one of these boxes, with their weight in the whole profile. */
export function functionFrames({ tree, functions }: QuerySubject, boxes: BoxSet): FoundFrame[] {
  const names = new Set(rowsOf(boxes).map((row) => tree.nameOf(row)));
  return functions
    .filter(({ name }) => names.has(name))
    .map(({ name, self, total }) => ({ name, self, total }));
}

/** Row of the widest of these boxes; the first of equals. There is at least one. */
export function widestRow({ tree }: QuerySubject, boxes: BoxSet): number {
  return rowsOf(boxes).reduce((widest, row) =>
    (tree.total[row] ?? 0) > (tree.total[widest] ?? 0) ? row : widest,
  );
}
