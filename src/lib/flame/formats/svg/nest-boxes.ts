import { findFlowParents } from './flow-parents.ts';
import { findHolder, roundingOf } from './find-holder.ts';
import type { Box, Boxes } from './read-boxes.ts';

/** Boxes level by level from the root, so that a parent stands before its children. */
export interface NestedBoxes {
  readonly boxes: readonly Box[];
  /** By box: index of its parent; -1 where it stands on nothing. */
  readonly parent: Int32Array;
  /** Boxes above the root level that stand on nothing. */
  readonly orphans: number;
}

const everything: ReadonlySet<string> = new Set(['all', 'all samples']);

/** Whether a box is the synthetic root that both tools draw under the real frames. */
export function isEverything(box: Box): boolean {
  return everything.has(box.name);
}

/**
 * Nests boxes by their places: a box's parent is the one on the next lower level that holds its
 * middle. Icicles, whose root is at the top, are recognised by where "all" is.
 */
export function nestBoxes({ boxes, isExact }: Boxes): NestedBoxes {
  const levels = levelsOf(boxes);
  const depth = new Int32Array(boxes.length);
  levels.forEach((level, at) => level.forEach((index) => (depth[index] = at)));
  const slack = isExact ? 0 : roundingOf(boxes);
  const parent =
    (slack >= 1 ? findFlowParents(boxes, depth) : undefined) ?? placedParents(boxes, levels, slack);
  const order = levels.flat();
  const position = new Int32Array(boxes.length);
  order.forEach((index, at) => (position[index] = at));
  // `!`: `order` is a permutation of the boxes' indexes.
  return {
    boxes: order.map((index) => boxes[index]!),
    parent: Int32Array.from(order, (index) =>
      parent[index]! < 0 ? -1 : position[parent[index]!]!,
    ),
    orphans: order.filter((index) => depth[index]! > 0 && parent[index]! < 0).length,
  };
}

/** Indexes of boxes by level from the root, each level from left to right. `!`: its own indexes. */
function levelsOf(boxes: readonly Box[]): number[][] {
  const byTop = new Map<number, number[]>();
  boxes.forEach(({ y }, index) => {
    const level = byTop.get(y);
    if (level === undefined) byTop.set(y, [index]);
    else level.push(index);
  });
  const levels = [...byTop].sort(([a], [b]) => b - a).map(([, level]) => level);
  for (const level of levels) {
    level.sort((a, b) => boxes[a]!.x - boxes[b]!.x || boxes[a]!.width - boxes[b]!.width);
  }
  const boxesOf = (level: readonly number[] = []): Box[] => level.map((index) => boxes[index]!);
  return isIcicle(boxesOf(levels[0]), boxesOf(levels.at(-1))) ? levels.reverse() : levels;
}

/** Whether the root is at the top. Without an "all", the wider of the two ends is the root. */
function isIcicle(bottom: readonly Box[], top: readonly Box[]): boolean {
  if (bottom.some(isEverything)) return false;
  if (top.some(isEverything)) return true;
  const width = (level: readonly Box[]): number => level.reduce((sum, box) => sum + box.width, 0);
  return width(top) > width(bottom);
}

/** By box: the box below its middle, on the nearest level that has one; the widest choose first. */
function placedParents(
  boxes: readonly Box[],
  levels: readonly (readonly number[])[],
  slack: number,
): Int32Array {
  const parent = new Int32Array(boxes.length).fill(-1);
  const left = Float64Array.from(boxes, ({ weight }) => weight);
  levels.forEach((level, depth) => {
    const lowest = levels[depth - 1] ?? [];
    const isSure = slack === 0 && areApart(boxes, lowest);
    const unsure = isSure ? findSureParents(boxes, lowest, level, parent, left) : [...level];
    unsure.sort((a, b) => boxes[b]!.width - boxes[a]!.width || a - b);
    for (const index of unsure) {
      // Where a file is cut short a level may lack the box: then a lower one is the next best.
      for (let lower = depth - 1; lower >= 0 && parent[index] === -1; lower--) {
        parent[index] = findHolder(boxes[index]!, boxes, levels[lower]!, left, slack);
      }
      if (parent[index] !== -1) left[parent[index]!]! -= boxes[index]!.weight;
    }
  });
  return parent;
}

/** Whether no two boxes of a level overlap. */
function areApart(boxes: readonly Box[], level: readonly number[]): boolean {
  let end = -Infinity;
  for (const index of level) {
    const { x, width } = boxes[index]!;
    if (x < end) return false;
    end = x + width;
  }
  return true;
}

/**
 * Where edges are exact and boxes apart, only one box can be below a middle that is not on an edge: a pass
 * over both levels, from left to right, finds it. Gives the boxes of which that does not tell.
 */
function findSureParents(
  boxes: readonly Box[],
  lower: readonly number[],
  level: readonly number[],
  parent: Int32Array,
  left: Float64Array,
): number[] {
  const unsure: number[] = [];
  let at = 0;
  for (const index of level) {
    const { x, width, weight } = boxes[index]!;
    const middle = x + width / 2;
    while (at < lower.length && endOf(boxes[lower[at]!]!) <= middle) at++;
    const below = lower[at];
    if (below === undefined || boxes[below]!.x >= middle) unsure.push(index);
    else {
      parent[index] = below;
      left[below]! -= weight;
    }
  }
  return unsure;
}

function endOf({ x, width }: Box): number {
  return x + width;
}
