import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameHasher } from '../../../../../../src/lib/flame/formats/folded/frame-hasher.ts';
import { sharedPrefix } from '../../../../../../src/lib/flame/formats/folded/shared-prefix.ts';

/** Bytes that text has, and those whose doubles are zero, too small, or no number. */
const byte = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 32, max: 126 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0x80, 0x3b, 0x0a) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
);
const bytes = fc
  .uint8Array({ maxLength: 90 })
  .chain((any) =>
    fc
      .array(byte, { minLength: any.length, maxLength: any.length })
      .map((chosen) => Uint8Array.from(chosen)),
  );

describe('what folded lines have in common', () => {
  it('is counted to the byte, whatever the bytes are', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.nat(100), fc.nat(8), (same, rest, at, offset) => {
        const other = new Uint8Array([...same, ...rest]);
        if (at < other.length) other[at]! ^= 1;
        const file = new Uint8Array([...new Uint8Array(offset), ...same, ...rest, ...other]);
        const limit = same.length + rest.length;
        const shared = sharedPrefix(new DataView(file.buffer), offset, offset + limit, limit);
        expect(shared).toBe(at < limit ? at : limit);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('is all of it for bytes of zero, whose doubles are equal to others', () => {
    const file = new Uint8Array(128);
    file[64 + 39] = 0x80; // the high byte of a double: -0
    expect(sharedPrefix(new DataView(file.buffer), 0, 64, 64)).toBe(39);
  });
});

describe('the hash of a frame', () => {
  it('ends where the frame ends, and is the same when the end is known', () => {
    fc.assert(
      fc.property(bytes, fc.nat(90), (file, from) => {
        const start = Math.min(from, file.length);
        let end = start;
        while (end < file.length && file[end] !== 0x3b && file[end] !== 0x0a) end++;
        const hasher = new FrameHasher(file);
        expect(hasher.hashFrame(start)).toBe(end);
        expect(hasher.hashOf(start, end)).toBe(hasher.hash);
        const alone = new FrameHasher(file.slice(start, end));
        expect(alone.hashOf(0, end - start)).toBe(hasher.hash); // nothing else is mixed in
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
