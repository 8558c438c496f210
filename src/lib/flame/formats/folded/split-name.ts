const space = 32;
const newline = 10;
const semicolon = 59;

/** Longer names are not looked through: one of many `;` would be, again and again. */
const longestName = 4096;

/** What each bracket adds to the depth of its kind. `->` is no bracket: see `openBrackets`. */
const brackets: ReadonlyMap<number, readonly [kind: 'square' | 'other', step: 1 | -1]> = new Map([
  [0x5b, ['square', 1]], // [
  [0x5d, ['square', -1]],
  [0x28, ['other', 1]], // (
  [0x29, ['other', -1]],
  [0x7b, ['other', 1]], // {
  [0x7d, ['other', -1]],
  [0x3c, ['other', 1]], // <
  [0x3e, ['other', -1]],
]);

/**
 * Whether the `;` at `at`, behind a frame that starts at `start`, parts two frames. Rust writes
 * arrays as `[u8; 2]`, and neither its profilers nor inferno escape that `;`. It is `within` a name
 * where a blank follows, a `[` is open before it and its `]` comes before the next `;`: no
 * profiler puts a blank before a frame's name. With another bracket open, or none that closes, it
 * is `doubtful`: it stays two frames, and that is reported.
 */
export function roleOfSemicolon(
  bytes: Uint8Array,
  start: number,
  at: number,
): 'between' | 'within' | 'doubtful' {
  if (bytes[at + 1] !== space) return 'between';
  if (at - start > longestName) return 'doubtful';
  const open = openBrackets(bytes, start, at);
  if (open.square > 0) return closesBeforeNext(bytes, at + 1) ? 'within' : 'doubtful';
  return open.other > 0 ? 'doubtful' : 'between';
}

function openBrackets(bytes: Uint8Array, start: number, end: number) {
  const open = { square: 0, other: 0 };
  for (let i = start; i < end; i++) {
    const isArrow = bytes[i] === 0x3e && bytes[i - 1] === 0x2d;
    const found = isArrow ? undefined : brackets.get(bytes[i] ?? 0);
    if (found !== undefined) open[found[0]] += found[1];
  }
  return open;
}

function closesBeforeNext(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x5d) return true;
    if (byte === semicolon || byte === newline) return false;
  }
  return false;
}
