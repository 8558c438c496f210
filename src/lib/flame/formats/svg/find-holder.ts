import type { Box } from './read-boxes.ts';

/** Boxes of one level do not overlap but by rounding: no more than this many can hold one point. */
const neighboursTried = 64;

/**
 * Index of the box of a level (indexes from left to right) that holds the middle of `box`; -1 where
 * none does. Where edges are rounded (`slack`) several may seem to: then one that has enough weight
 * `left` goes before the nearest. `!`: all indexes come from the level or the search in it.
 */
export function findHolder(
  box: Box,
  boxes: readonly Box[],
  level: readonly number[],
  left: Float64Array,
  slack: number,
): number {
  const middle = box.x + box.width / 2;
  let nearest = -1;
  let shortest = Infinity;
  const from = lastAtOrBefore(boxes, level, middle + slack);
  for (let at = from; at >= 0 && at > from - neighboursTried; at--) {
    const below = boxes[level[at]!]!;
    const end = below.x + below.width;
    if (end < middle - slack && below.x < middle - 2 * slack) break;
    const outside = Math.max(below.x - middle, middle - end, 0);
    if (outside > slack) continue;
    const isFull = left[level[at]!]! < box.weight;
    const distance = outside + (isFull ? 10 * slack + 1 : 0);
    if (distance < shortest) [nearest, shortest] = [level[at]!, distance];
  }
  return nearest;
}

/** Position of the last box of the level that starts at `x` or before; -1 where there is none. */
function lastAtOrBefore(boxes: readonly Box[], level: readonly number[], x: number): number {
  let low = 0;
  let high = level.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[level[middle]!]!.x <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The step that edges were rounded to: 1 for whole pixels, 0.1 for one digit, and so on. */
export function roundingOf(boxes: readonly Box[]): number {
  for (let digits = 0; digits < 4; digits++) {
    const scale = 10 ** digits;
    const isWhole = (value: number): boolean =>
      Math.abs(value * scale - Math.round(value * scale)) < 1e-6;
    if (boxes.every((box) => isWhole(box.x) && isWhole(box.width))) return 1 / scale;
  }
  return 1e-4;
}
