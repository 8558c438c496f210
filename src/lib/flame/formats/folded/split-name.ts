/** No more is looked at on either side: a long name may hold many `;`, and be read at each. */
const longest = 4096;

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
  if (at - start > longest) return 'doubtful';
  const name = textOf(bytes, start, at).replaceAll('->', '');
  const square = count(name, /\[/g) - count(name, /\]/g);
  if (square > 0) {
    const next = textOf(bytes, at + 1, Math.min(bytes.length, at + longest));
    return /^ [^;\n]*\]/.test(next) ? 'within' : 'doubtful';
  }
  return count(name, /[({<]/g) > count(name, /[)}>]/g) ? 'doubtful' : 'between';
}

/** Each byte as one character: brackets are ASCII, and no other byte of UTF-8 is. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function count(name: string, pattern: RegExp): number {
  return name.match(pattern)?.length ?? 0;
}
