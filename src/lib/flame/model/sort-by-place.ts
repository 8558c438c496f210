/** Insertion sort orders fewer than these faster than the engine's own, since they are in the cache. */
const few = 24;

/**
 * Sorts `order[first]` to `order[last - 1]`, which are indexes of `place`, by their places. Most groups
 * are the few children of one node; a wide one is sorted natively as packed numbers.
 * `!`: indexes are in range by construction, this is a kernel.
 */
export function sortByPlace(
  order: Int32Array,
  first: number,
  last: number,
  place: Int32Array,
): void {
  if (last - first > few) sortPacked(order.subarray(first, last), place);
  for (let i = first + 1; i < last; i++) {
    const item = order[i]!;
    let j = i - 1;
    for (; j >= first && place[order[j]!]! > place[item]!; j--) order[j + 1] = order[j]!;
    order[j + 1] = item;
  }
}

/** Place and item fit one float below 2^53 while there are fewer than 2^22 places. */
function sortPacked(group: Int32Array, place: Int32Array): void {
  const packed = Float64Array.from(group, (item) => place[item]! * 0x80000000 + item);
  packed.sort();
  for (let i = 0; i < packed.length; i++) group[i] = packed[i]! % 0x80000000; // i < length
}
