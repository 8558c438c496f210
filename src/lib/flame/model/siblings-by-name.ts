import { compareInLine } from './compare-names.ts';
import type { sortByPlace } from './sort-by-place.ts';

/** So many are sorted by moving them one by one: see `sortByPlace`. */
const few = 24;

/**
 * Sorts stacks of one caller by the names of their leaves, as `rankKeys` has it, without a rank of all
 * names: most callers have one callee, so that few names are compared with any. In the place of
 * places stands whether a stack has weight of its own.
 */
export function siblingsByName(
  names: readonly string[],
  leafOf: (stack: number) => number,
): typeof sortByPlace {
  return (order, first, last, ends) => {
    // All are stacks, and their leaves frames.
    const compare = (a: number, b: number): number =>
      compareInLine(names[leafOf(a)]!, ends[a] === 1, names[leafOf(b)]!, ends[b] === 1);
    if (last - first > few) order.subarray(first, last).sort(compare);
    else insert(order, first, last, compare);
  };
}

function insert(
  order: Int32Array,
  first: number,
  last: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = first + 1; i < last; i++) {
    const item = order[i]!; // in range by construction, here and below
    let j = i - 1;
    for (; j >= first && compare(order[j]!, item) > 0; j--) order[j + 1] = order[j]!;
    order[j + 1] = item;
  }
}
