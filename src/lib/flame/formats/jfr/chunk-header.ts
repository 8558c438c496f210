import { JfrError } from './chunk-bytes.ts';

/** The 68 bytes before the events of a chunk (OpenJDK, jfrChunkWriter.cpp). */
export interface ChunkHeader {
  readonly start: number;
  readonly end: number;
  /** Offsets from `start`. */
  readonly constantPools: number;
  readonly metadata: number;
  readonly startNanos: bigint;
  readonly startTicks: bigint;
  readonly ticksPerSecond: number;
  readonly isCompressed: boolean;
}

export const headerLength = 68;

export function isJfr(bytes: Uint8Array, at = 0): boolean {
  return (
    bytes[at] === 0x46 && bytes[at + 1] === 0x4c && bytes[at + 2] === 0x52 && bytes[at + 3] === 0
  );
}

export function readChunkHeader(bytes: Uint8Array, start: number): ChunkHeader {
  if (!isJfr(bytes, start) || bytes.length < start + headerLength) {
    throw new JfrError('no chunk begins here', start);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, headerLength);
  const major = view.getUint16(4);
  if (major !== 1 && major !== 2) throw new JfrError(`unknown version ${major}`, start + 4);
  const size = Number(view.getBigInt64(8));
  const ticksPerSecond = Number(view.getBigInt64(56));
  return {
    start,
    // A recording that is still being written, or was killed, has no size yet.
    end: size < headerLength ? bytes.length : start + size,
    constantPools: Number(view.getBigInt64(16)),
    metadata: Number(view.getBigInt64(24)),
    startNanos: view.getBigInt64(32),
    startTicks: view.getBigInt64(48),
    ticksPerSecond: ticksPerSecond > 0 ? ticksPerSecond : 1e9,
    isCompressed: (view.getUint8(67) & 1) === 1,
  };
}
