import { allNodes } from '../flame/index.ts';
import type { CallTree } from '../flame/index.ts';

/** Rows of a call tree, as one mark a row. */
export type BoxSet = Uint8Array;

// Kernels below walk columns of one tree: every index is a row, a parent or an end of it, in range.

/** Weight of the samples that end in these boxes. */
export function selfOf(tree: CallTree, boxes: BoxSet): number {
  let sum = 0;
  for (let row = 0; row < tree.size; row++) if (boxes[row] === 1) sum += tree.self[row]!;
  return sum;
}

/** Weight of the samples that pass through these boxes; a box inside another adds nothing. */
export function totalOf(tree: CallTree, boxes: BoxSet): number {
  let sum = 0;
  for (let row = 0; row < tree.size;) {
    if (boxes[row] === 1) {
      sum += tree.total[row]!;
      row = tree.end[row]!;
    } else row++;
  }
  return sum;
}

/** Weight of the samples that end in some of these boxes and pass through some of those. */
export function selfInside(tree: CallTree, boxes: BoxSet, base: BoxSet): number {
  return selfOf(tree, intersection(boxes, unionOf([base, boxesUnder(tree, base)])));
}

/** Boxes that stand inside others: strictly below them in the tree. */
export function boxesUnder(tree: CallTree, above: BoxSet): BoxSet {
  const under = new Uint8Array(tree.size);
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row]!;
    if (parent !== allNodes && (above[parent] === 1 || under[parent] === 1)) under[row] = 1;
  }
  return under;
}

export function childrenOf(tree: CallTree, boxes: BoxSet): BoxSet {
  const children = new Uint8Array(tree.size);
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row]!;
    if (parent !== allNodes && boxes[parent] === 1) children[row] = 1;
  }
  return children;
}

export function parentsOf(tree: CallTree, boxes: BoxSet): BoxSet {
  const parents = new Uint8Array(tree.size);
  for (let row = 0; row < tree.size; row++) {
    const parent = tree.parent[row]!;
    if (boxes[row] === 1 && parent !== allNodes) parents[parent] = 1;
  }
  return parents;
}

/** The box with the most self weight among these boxes and all inside them; the first of equals. */
export function hottestLeaf(tree: CallTree, boxes: BoxSet): BoxSet {
  const inside = unionOf([boxes, boxesUnder(tree, boxes)]);
  let hottest = -1;
  for (let row = 0; row < tree.size; row++) {
    if (inside[row] === 1 && (hottest < 0 || tree.self[row]! > tree.self[hottest]!)) hottest = row;
  }
  const leaf = new Uint8Array(tree.size);
  if (hottest >= 0) leaf[hottest] = 1;
  return leaf;
}

export function unionOf(sets: readonly BoxSet[]): BoxSet {
  const union = new Uint8Array(sets[0]?.length ?? 0);
  for (const set of sets) {
    for (let row = 0; row < union.length; row++) if (set[row] === 1) union[row] = 1;
  }
  return union;
}

export function intersection(a: BoxSet, b: BoxSet): BoxSet {
  return a.map((mark, row) => mark & (b[row] ?? 0));
}

export function without(boxes: BoxSet, left: BoxSet): BoxSet {
  return boxes.map((mark, row) => (left[row] === 1 ? 0 : mark));
}

/** Rows, ascending. */
export function rowsOf(boxes: BoxSet): number[] {
  const rows: number[] = [];
  for (let row = 0; row < boxes.length; row++) if (boxes[row] === 1) rows.push(row);
  return rows;
}

/** All boxes whose frame is marked, by frame index. */
export function boxesOfFrames(tree: CallTree, isMarked: (frame: number) => boolean): BoxSet {
  const byFrame = new Uint8Array(tree.frames.length);
  for (let frame = 0; frame < byFrame.length; frame++) byFrame[frame] = isMarked(frame) ? 1 : 0;
  const boxes = new Uint8Array(tree.size);
  for (let row = 0; row < tree.size; row++) boxes[row] = byFrame[tree.frame[row]!]!;
  return boxes;
}
