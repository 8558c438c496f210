const newline = 0x0a;
const semicolon = 0x3b;
const newlines = 0x0a0a0a0a;
const semicolons = 0x3b3b3b3b;
const ones = 0x01010101;
const highBits = 0x80808080 | 0;

/**
 * Finds where a frame's name ends and hashes it on the way, eight bytes at a time, in two sums that
 * do not wait for one another. Where a semicolon or line end is in a word is found by the usual
 * trick: `(x - 1) & ~x` has its lowest high bit where the first byte of x is zero ("Bit Twiddling
 * Hacks", haszero). The bytes before it are the name's last word, the others of it are masked off. The
 * sums multiply and xor words, and end as MurmurHash3 does.
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
    let even = 0;
    let odd = 0;
    let at = start;
    for (const last = view.byteLength - 8; at <= last; at += 8) {
      const first = view.getInt32(at, true);
      const firstEnd = endIn(first);
      if (firstEnd !== 0)
        return this.#end(
          start,
          at + bytesBelow(firstEnd),
          mixed(even, first & maskBelow(firstEnd)),
          odd,
        );
      const second = view.getInt32(at + 4, true);
      const secondEnd = endIn(second);
      even = mixed(even, first);
      if (secondEnd !== 0)
        return this.#end(
          start,
          at + 4 + bytesBelow(secondEnd),
          even,
          mixed(odd, second & maskBelow(secondEnd)),
        );
      odd = mixed(odd, second);
    }
    return this.#hashLast(start, at);
  }

  #end(start: number, end: number, even: number, odd: number): number {
    this.hash = finished(even, odd, end - start);
    return end;
  }

  /** The last bytes of the file. */
  #hashLast(start: number, from: number): number {
    const bytes = this.#bytes;
    let end = from;
    while (end < bytes.length && bytes[end] !== semicolon && bytes[end] !== newline) end++;
    this.hash = this.hashOf(start, end);
    return end;
  }

  /** The same hash for a name whose end is known: the leaf, which ends before the weight. */
  hashOf(start: number, end: number): number {
    const view = this.#view;
    let even = 0;
    let odd = 0;
    let at = start;
    for (const last = end - 8; at <= last; at += 8) {
      even = mixed(even, view.getInt32(at, true));
      odd = mixed(odd, view.getInt32(at + 4, true));
    }
    // What `hashFrame` masks: a word that is not full, perhaps of no bytes at all.
    const left = end - at;
    if (left < 4) return finished(mixed(even, this.#word(at, left)), odd, end - start);
    even = mixed(even, view.getInt32(at, true));
    return finished(even, mixed(odd, this.#word(at + 4, left - 4)), end - start);
  }

  /** The word of `length` < 4 bytes, without reading any behind them. */
  #word(at: number, length: number): number {
    const bytes = this.#bytes;
    let word = 0;
    for (let i = 0; i < length; i++) word |= bytes[at + i]! << (8 * i); // below its length
    return word;
  }
}

/** The high bit of the first byte that ends a frame; 0 where none does. Bits above it say nothing. */
function endIn(word: number): number {
  const semi = word ^ semicolons;
  const line = word ^ newlines;
  const found = (((semi - ones) & ~semi) | ((line - ones) & ~line)) & highBits;
  return found & -found;
}

/** How many bytes stand before the one with this high bit. */
function bytesBelow(highBit: number): number {
  return (31 - Math.clz32(highBit)) >> 3;
}

function maskBelow(highBit: number): number {
  return (highBit >>> 7) - 1;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function finished(even: number, odd: number, length: number): number {
  const product = Math.imul(even ^ Math.imul(odd, 0x27d4eb2f) ^ length, 0x85ebca6b);
  return product ^ (product >>> 13);
}
