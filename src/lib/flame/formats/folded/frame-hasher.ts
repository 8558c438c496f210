const newline = 0x0a;
const semicolon = 0x3b;
const newlines = 0x0a0a0a0a;
const semicolons = 0x3b3b3b3b;
const ones = 0x01010101;
const highBits = 0x80808080 | 0;

/**
 * Finds where a frame's name ends and hashes it on the way, four bytes at a time. A word without a
 * semicolon and line end is found by the usual trick: `(x - 1) & ~x` has a high bit where a
 * byte of x is zero ("Bit Twiddling Hacks", haszero). The hash multiplies and xors words, then the bytes
 * that are left, and ends as MurmurHash3 does.
 */
export class FrameHasher {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Of the frame that `hashFrame` passed last. */
  hash = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the frame ends that starts here: at a semicolon, a line end or the end of the file. */
  hashFrame(start: number): number {
    const view = this.#view;
    const bytes = this.#bytes;
    const length = bytes.length;
    let hash = 0;
    let at = start;
    for (const last = length - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const semi = word ^ semicolons;
      const line = word ^ newlines;
      if ((((semi - ones) & ~semi) | ((line - ones) & ~line)) & highBits) break;
      hash = mixed(hash, word);
    }
    for (; at < length; at++) {
      const byte = bytes[at]!; // below its length
      if (byte === semicolon || byte === newline) break;
      hash = mixed(hash, byte);
    }
    this.hash = finished(hash, at - start);
    return at;
  }

  /** The same hash for a name whose end is known: the leaf, which ends before the weight. */
  hashOf(start: number, end: number): number {
    const view = this.#view;
    let hash = 0;
    let at = start;
    for (const last = end - 4; at <= last; at += 4) hash = mixed(hash, view.getInt32(at, true));
    for (; at < end; at++) hash = mixed(hash, view.getUint8(at));
    return finished(hash, end - start);
  }
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function finished(hash: number, length: number): number {
  const product = Math.imul(hash ^ length, 0x85ebca6b);
  return product ^ (product >>> 13);
}
