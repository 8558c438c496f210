/** The bytes are no flight recording from here on. */
export class JfrError extends Error {
  override readonly name = 'JfrError';
  /** 0-based offset in the whole file. */
  readonly byte: number;

  constructor(message: string, byte: number) {
    super(message);
    this.byte = byte;
  }
}

/** A key into a constant pool: a number where it is exact, a BigInt above 2^53. */
export type Key = number | bigint;

/** A text that stands in the pool of strings. */
export interface TextKey {
  readonly key: Key;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/**
 * Reads the values of one chunk. Whole numbers are LEB128 where the chunk says "compressed", and
 * big-endian otherwise (OpenJDK, jdk.jfr.internal.consumer.RecordingInput).
 */
export class ChunkBytes {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #isCompressed: boolean;
  readonly end: number;
  at: number;

  constructor(bytes: Uint8Array, start: number, end: number, isCompressed: boolean) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#isCompressed = isCompressed;
    this.at = start;
    this.end = end;
  }

  byte(): number {
    this.#take(1);
    return this.#bytes[this.at - 1]!; // `#take` looked
  }

  short(): number {
    if (this.#isCompressed) return Number(this.#leb());
    this.#take(2);
    return this.#view.getInt16(this.at - 2);
  }

  int(): number {
    if (this.#isCompressed) return Number(this.#leb());
    this.#take(4);
    return this.#view.getInt32(this.at - 4);
  }

  long(): Key {
    if (this.#isCompressed) return this.#leb();
    this.#take(8);
    return exact(this.#view.getBigInt64(this.at - 8));
  }

  float(): number {
    this.#take(4);
    return this.#view.getFloat32(this.at - 4);
  }

  double(): number {
    this.#take(8);
    return this.#view.getFloat64(this.at - 8);
  }

  /** How many values follow; each takes at least one byte, so more than are left is damage. */
  count(): number {
    const start = this.at;
    const count = this.int();
    if (count < 0 || count > this.end - this.at) throw new JfrError('bad length', start);
    return count;
  }

  text(): string | TextKey | undefined {
    const encoding = this.byte();
    if (encoding === 0) return undefined;
    if (encoding === 1) return '';
    if (encoding === 2) return { key: this.long() };
    if (encoding === 3 || encoding === 5) return this.#encoded(encoding === 3 ? utf8 : latin1);
    if (encoding !== 4) throw new JfrError(`unknown encoding ${encoding} of a text`, this.at - 1);
    let text = '';
    for (let left = this.count(); left > 0; left--) text += String.fromCharCode(this.short());
    return text;
  }

  #encoded(decoder: TextDecoder): string {
    const length = this.count();
    this.#take(length);
    return decoder.decode(this.#bytes.subarray(this.at - length, this.at));
  }

  #take(length: number): void {
    if (this.at < 0 || this.at + length > this.end) throw new JfrError('cut short', this.at);
    this.at += length;
  }

  /** At most nine bytes; the ninth has eight bits. */
  #leb(): Key {
    let low = 0;
    let high = 0;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      if (i < 4) low |= (byte & 0x7f) << (7 * i);
      else high |= (byte & 0x7f) << (7 * i - 28);
      if (byte < 0x80) return fromHalves(low, high, 0);
    }
    return fromHalves(low, high, this.byte());
  }
}

/** A number of 28, 28 and 8 bits. */
function fromHalves(low: number, high: number, top: number): Key {
  if (top === 0 && high < 0x2000000) return high * 0x10000000 + low;
  return exact(BigInt.asIntN(64, (BigInt(top) << 56n) | (BigInt(high) << 28n) | BigInt(low)));
}

function exact(value: bigint): Key {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
