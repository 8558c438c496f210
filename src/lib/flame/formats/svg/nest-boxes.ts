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
/** Boxes of one level do not overlap but by rounding: no more than this many can hold one point. */
const neighboursTried = 64;

/** Whether a box is the synthetic root that both tools draw under the real frames. */
export function isEverything(box: Box): boolean {
  return everything.has(box.name);
}

/**
 * Nests boxes by their places: a box's parent is the one on the next lower level that holds its
 * middle. Where edges are rounded to pixels, several may seem to: the widest boxes choose first, and
 * take one that has enough weight left. Icicles are recognised by where "all" is.
 */
export function nestBoxes({ boxes, isExact }: Boxes): NestedBoxes {
  const levels = levelsOf(boxes);
  const nested = levels.flat();
  const parent = new Int32Array(nested.length).fill(-1);
  const left = Float64Array.from(nested, ({ weight }) => weight);
  const slack = isExact ? 0 : roundingOf(boxes);
  let orphans = 0;
  let start = 0;
  let lower: Level[] = [];
  for (const boxesOfLevel of levels) {
    const level = { start, boxes: boxesOfLevel };
    for (const index of widestFirst(boxesOfLevel)) {
      const box = boxesOfLevel[index]!; // an index of this very array
      const below = findBelow(box, lower, left, slack);
      if (below === undefined) orphans += lower.length > 0 ? 1 : 0;
      else {
        parent[start + index] = below;
        left[below]! -= box.weight; // an index of `nested`
      }
    }
    start += boxesOfLevel.length;
    lower = [level, ...lower];
  }
  return { boxes: nested, parent, orphans };
}

interface Level {
  /** Index of its first box among all. */
  readonly start: number;
  /** From left to right. */
  readonly boxes: readonly Box[];
}

/** Levels from the root, each from left to right. */
function levelsOf(boxes: readonly Box[]): Box[][] {
  const byTop = new Map<number, Box[]>();
  for (const box of boxes) {
    const level = byTop.get(box.y);
    if (level === undefined) byTop.set(box.y, [box]);
    else level.push(box);
  }
  const levels = [...byTop].sort(([a], [b]) => b - a).map(([, level]) => level);
  for (const level of levels) level.sort((a, b) => a.x - b.x || a.width - b.width);
  return isIcicle(levels) ? levels.reverse() : levels;
}

/** Whether the root is at the top. Without an "all", the wider of the two ends is the root. */
function isIcicle(levels: readonly Box[][]): boolean {
  const bottom = levels[0] ?? [];
  const top = levels.at(-1) ?? [];
  if (bottom.some(isEverything)) return false;
  if (top.some(isEverything)) return true;
  const width = (level: readonly Box[]): number => level.reduce((sum, box) => sum + box.width, 0);
  return width(top) > width(bottom);
}

function widestFirst(level: readonly Box[]): number[] {
  const order = level.map((_, index) => index);
  // Indexes of this very array.
  return order.sort((a, b) => level[b]!.width - level[a]!.width || a - b);
}

/** On the nearest level that has one: a level may be missing where the file is cut short. */
function findBelow(
  box: Box,
  lower: readonly Level[],
  left: Float64Array,
  slack: number,
): number | undefined {
  for (const level of lower) {
    const found = findHolder(box, level, left, slack);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findHolder(
  box: Box,
  { start, boxes }: Level,
  left: Float64Array,
  slack: number,
): number | undefined {
  const middle = box.x + box.width / 2;
  let nearest: number | undefined;
  let shortest = Infinity;
  const from = lastAtOrBefore(boxes, middle + slack);
  for (let at = from; at >= 0 && at > from - neighboursTried; at--) {
    const below = boxes[at]!; // `from` and below are indexes
    const end = below.x + below.width;
    if (end < middle - slack && below.x < middle - 2 * slack) break;
    const outside = Math.max(below.x - middle, middle - end, 0);
    if (outside > slack) continue;
    const isFull = (left[start + at] ?? 0) < box.weight;
    const distance = outside + (isFull ? 10 * slack + 1 : 0);
    if (distance < shortest) [nearest, shortest] = [start + at, distance];
  }
  return nearest;
}

/** Index of the last box that starts at `x` or before; -1 where there is none. */
function lastAtOrBefore(boxes: readonly Box[], x: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[middle]!.x <= x)
      low = middle + 1; // low <= middle < high <= length
    else high = middle;
  }
  return low - 1;
}

/** The step that edges were rounded to: 1 for whole pixels, 0.1 for one digit, and so on. */
function roundingOf(boxes: readonly Box[]): number {
  for (let digits = 0; digits < 4; digits++) {
    const scale = 10 ** digits;
    const isWhole = (value: number): boolean =>
      Math.abs(value * scale - Math.round(value * scale)) < 1e-6;
    if (boxes.every((box) => isWhole(box.x) && isWhole(box.width))) return 1 / scale;
  }
  return 1e-4;
}
