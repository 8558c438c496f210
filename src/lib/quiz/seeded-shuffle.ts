/**
 * The items in an order that depends on the seed alone, so that a reload does not shuffle again
 * and a test can repeat it. Fisher and Yates' shuffle (Durstenfeld, CACM 7, 1964).
 */
export function seededShuffle<T>(items: readonly T[], seed: string): T[] {
  const shuffled = [...items];
  const random = randomOf(seed);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const item = shuffled[last]!; // both are indices of the list
    shuffled[last] = shuffled[other]!;
    shuffled[other] = item;
  }
  return shuffled;
}

/** A stream of numbers in [0, 1) for a seed: mulberry32 (T. Ettinger, public domain). */
export function randomOf(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
