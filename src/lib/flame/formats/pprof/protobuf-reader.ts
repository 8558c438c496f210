/** The bytes are no protocol buffer from here on. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError';
  /** 0-based offset in the whole file. */
  readonly byte: number;

  constructor(message: string, byte: number) {
    super(message);
    this.byte = byte;
  }
}

/** An identity: a number where it is exact, a BigInt above 2^53, so that no two ids collide. */
export type Id = number | bigint;

/** Wire types of the encoding: https://protobuf.dev/programming-guides/encoding. */
export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/**
 * Reads a protocol buffer field by field. After `next()` is true, `field` and `wireType` say what
 * comes, and exactly one of `uint`, `int`, `message`, `packed`, `range` or `skip` takes it.
 */
export class ProtobufReader {
  readonly #bytes: Uint8Array;
  #end: number;
  #at: number;
  #low = 0;
  #high = 0;
  field = 0;
  wireType = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** Goes on with other bytes of the file: one reader serves for millions of small messages. */
  moveTo(start: number, end: number): void {
    this.#at = start;
    this.#end = end;
  }

  /** Offset of the next byte in the whole file. */
  get at(): number {
    return this.#at;
  }

  /** Whether there is a further field. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const start = this.#at;
    this.#varint();
    this.field = this.#low >>> 3;
    this.wireType = this.#low & 7;
    if (this.field === 0 || this.#high !== 0) throw new ProtobufError('bad field number', start);
    return true;
  }

  /** An unsigned value that may be an identity. */
  uint(): Id {
    this.#expect(wire.varint);
    this.#varint();
    return this.#unsigned();
  }

  /** A signed 64-bit value (not zigzag), rounded to the nearest double above 2^53. */
  int(): number {
    this.#expect(wire.varint);
    this.#varint();
    return this.#signed();
  }

  /** The bytes of a text or a message, as [start, end). */
  range(): [number, number] {
    this.#expect(wire.bytes);
    this.#varint();
    const start = this.#at;
    const end = start + (this.#low >>> 0);
    if (this.#high !== 0 || end > this.#end) throw new ProtobufError('cut short', start);
    this.#at = end;
    return [start, end];
  }

  message(): ProtobufReader {
    const [start, end] = this.range();
    return new ProtobufReader(this.#bytes, start, end);
  }

  /** Appends the values of a repeated field, packed or one by one. */
  ids(into: Id[]): void {
    if (this.wireType === wire.varint) {
      into.push(this.uint());
      return;
    }
    const end = this.#openPacked();
    const bytes = this.#bytes;
    for (let at = this.#at; at < end; at = this.#at) {
      // Ids are mostly small: one byte or two, which `#varint` would read into two fields first.
      const first = bytes[at]!; // `at` is below the end, and so is `at + 1` where it counts
      const second = at + 1 < end ? bytes[at + 1]! : 0x80;
      if (first < 0x80) {
        into.push(first);
        this.#at = at + 1;
      } else if (second < 0x80) {
        into.push((first & 0x7f) | (second << 7));
        this.#at = at + 2;
      } else {
        this.#varint();
        into.push(this.#unsigned());
      }
    }
  }

  /** See `ids`, for signed values. */
  ints(into: number[]): void {
    if (this.wireType === wire.varint) {
      into.push(this.int());
      return;
    }
    const end = this.#openPacked();
    while (this.#at < end) {
      this.#varint();
      into.push(this.#signed());
    }
  }

  skip(): void {
    if (this.wireType === wire.varint) this.#varint();
    else if (this.wireType === wire.bytes) this.range();
    else if (this.wireType === wire.fixed64) this.#at += 8;
    else if (this.wireType === wire.fixed32) this.#at += 4;
    else throw new ProtobufError(`unknown wire type ${this.wireType}`, this.#at);
    if (this.#at > this.#end) throw new ProtobufError('cut short', this.#end);
  }

  #expect(wireType: number): void {
    if (this.wireType === wireType) return;
    const message = `field ${this.field} has wire type ${this.wireType}, not ${wireType}`;
    throw new ProtobufError(message, this.#at);
  }

  /** Goes to the first value of a packed list and gives its end. */
  #openPacked(): number {
    const [start, end] = this.range();
    this.#at = start;
    return end;
  }

  #signed(): number {
    return this.#high * 0x100000000 + (this.#low >>> 0);
  }

  #unsigned(): Id {
    const high = this.#high >>> 0;
    if (high < 0x200000) return high * 0x100000000 + (this.#low >>> 0);
    return (BigInt(high) << 32n) | BigInt(this.#low >>> 0);
  }

  /** Reads 64 bits into two signed halves; a plain number cannot hold them. */
  #varint(): void {
    const start = this.#at;
    const first = this.#bytes[start] ?? 0x80;
    this.#high = 0;
    if (first < 0x80 && start < this.#end) {
      this.#low = first;
      this.#at++;
      return;
    }
    this.#low = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.#at >= this.#end) throw new ProtobufError('cut short', start);
      const byte = this.#bytes[this.#at++]!; // `#at` was below the end
      const bits = byte & 0x7f;
      if (shift < 28) this.#low |= bits << shift;
      else if (shift === 28) {
        this.#low |= bits << 28;
        this.#high = bits >>> 4;
      } else this.#high |= bits << (shift - 32);
      if (byte < 0x80) return;
    }
    throw new ProtobufError('a number of more than 10 bytes', start);
  }
}
