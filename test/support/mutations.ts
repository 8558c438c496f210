import fc from 'fast-check';

/** What happens to files on their way: places are shares of the length, so they fit any file. */
export interface Mutation {
  readonly kind: 'truncate' | 'flip' | 'set' | 'remove' | 'repeat' | 'move' | 'insert';
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly byte: number;
}

const kinds = ['truncate', 'flip', 'set', 'remove', 'repeat', 'move', 'insert'] as const;
/** Not `fc.double`: that is even over all doubles, of which nearly all are next to 0. */
const place = fc.nat({ max: 1_000_000 }).map((part) => part / 1_000_000);
/** Bytes that mean something to some format, more often than others. */
const byte = fc.oneof(
  fc.constantFrom(
    ...[0, 9, 10, 13, 32, 34, 35, 44, 45, 48, 57, 58, 59, 60, 62, 91, 93, 123, 125, 0xff],
  ),
  fc.integer({ min: 0, max: 255 }),
);

/** One to five mutations, after each other. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: place,
    to: place,
    length: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 400 })),
    byte,
  }),
  { minLength: 1, maxLength: 5 },
);

export function mutated(bytes: Uint8Array, all: readonly Mutation[]): Uint8Array {
  return all.reduce(mutate, new Uint8Array(bytes));
}

function mutate(bytes: Uint8Array, { kind, at, to, length, byte }: Mutation): Uint8Array {
  const start = Math.min(Math.floor(at * bytes.length), Math.max(0, bytes.length - 1));
  const end = Math.min(bytes.length, start + Math.max(1, length));
  const piece = bytes.slice(start, end);
  const target = Math.floor(to * bytes.length);
  switch (kind) {
    case 'truncate':
      return bytes.slice(0, start);
    case 'flip':
      if (bytes.length > 0) bytes[start]! ^= 1 << (byte & 7); // `start` is below the length
      return bytes;
    case 'set':
      if (bytes.length > 0) bytes[start] = byte;
      return bytes;
    case 'remove':
      return joined(bytes.subarray(0, start), bytes.subarray(end));
    case 'repeat':
      return joined(bytes.subarray(0, end), piece, piece, bytes.subarray(end));
    case 'move':
      return joined(bytes.subarray(0, target), piece, bytes.subarray(target));
    case 'insert':
      return joined(
        bytes.subarray(0, start),
        new Uint8Array(length).fill(byte),
        bytes.subarray(start),
      );
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
