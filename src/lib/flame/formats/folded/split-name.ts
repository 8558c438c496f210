const newline = 10;
const semicolon = 59;
const closing = 0x5d;

/**
 * What a `;` with a blank behind it does. Rust writes arrays as `[u8; 2]`, and neither its
 * profilers nor inferno escape that `;`. It is `within` a name where a `[` is open before it and its
 * `]` comes before the next `;`: no profiler puts a blank before a frame's name. With another
 * bracket open, or none that closes, it is `doubtful`: it stays two frames, and that is reported.
 */
export interface SemicolonRole {
  readonly role: 'between' | 'within' | 'doubtful';
  /** How many `[` are open there. */
  readonly open: number;
}

/** The role of the `;` at `at`, behind a piece of a name from `from`; `open` are `[` before that. */
export function roleOfSemicolon(
  bytes: Uint8Array,
  from: number,
  at: number,
  open: number,
): SemicolonRole {
  let square = open;
  let other = 0;
  for (let i = from; i < at; i++) {
    const byte = bytes[i];
    if (byte === 0x5b) square++;
    else if (byte === closing) square--;
    else if (byte === 0x3c || byte === 0x28 || byte === 0x7b) other++;
    else if (byte === 0x29 || byte === 0x7d || (byte === 0x3e && bytes[i - 1] !== 0x2d)) other--;
  }
  if (square > 0) return { role: closesNext(bytes, at + 1) ? 'within' : 'doubtful', open: square };
  return { role: other > 0 ? 'doubtful' : 'between', open: 0 };
}

/** Whether a `]` comes before the next `;` and the end of the line. */
function closesNext(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < bytes.length && bytes[at] !== semicolon && bytes[at] !== newline) {
    if (bytes[at++] === closing) return true;
  }
  return false;
}
