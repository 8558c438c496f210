/**
 * How many bytes, at most `limit`, are the same at `a` and at `b`. Compares 32 at a time as
 * doubles, the widest read that costs no allocation: equal doubles that are not zero have equal
 * bits (0 and -0 do not), and whatever differs is settled byte by byte.
 */
export function sharedPrefix(view: DataView, a: number, b: number, limit: number): number {
  let length = 0;
  for (const last = limit - 32; length <= last; length += 32) {
    const first = view.getFloat64(a + length, true);
    const second = view.getFloat64(a + length + 8, true);
    const third = view.getFloat64(a + length + 16, true);
    const fourth = view.getFloat64(a + length + 24, true);
    if (first !== view.getFloat64(b + length, true)) break;
    if (second !== view.getFloat64(b + length + 8, true)) break;
    if (third !== view.getFloat64(b + length + 16, true)) break;
    if (fourth !== view.getFloat64(b + length + 24, true)) break;
    // One test for two: a product may also be too small for a double, which only costs the bytes.
    if (first * second === 0 || third * fourth === 0) break;
  }
  for (const last = limit - 8; length <= last; length += 8) {
    const eight = view.getFloat64(a + length, true);
    if (eight !== view.getFloat64(b + length, true) || eight === 0) break;
  }
  while (length < limit && view.getUint8(a + length) === view.getUint8(b + length)) length++;
  return length;
}
