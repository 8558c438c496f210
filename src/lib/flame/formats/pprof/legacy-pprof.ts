import { ImportError } from '../import-error.ts';
import type { FileHead } from '../profile-format.ts';

const textHead =
  /^(?:heap profile:|heapz \d|--- (?:heapz|growthz|contentionz?|threadz?|Memory map)|threadcreate profile: total \d)/;

/** Whether this is one of the formats from before profile.proto, in text or in machine words. */
export function isLegacyPprof({ bytes, text }: Pick<FileHead, 'bytes' | 'text'>): boolean {
  return textHead.test(text) || isLegacyCpu(bytes, 4) || isLegacyCpu(bytes, 8);
}

/** A gperftools CPU profile begins with the words 0, 3, version, period and 0. */
function isLegacyCpu(bytes: Uint8Array, size: 4 | 8): boolean {
  if (bytes.length < 5 * size) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 5 * size);
  return [true, false].some((littleEndian) => {
    const word = (index: number): bigint =>
      size === 8
        ? view.getBigUint64(index * 8, littleEndian)
        : BigInt(view.getUint32(index * 4, littleEndian));
    return word(0) === 0n && word(1) === 3n && word(2) < 2n && word(3) > 0n && word(4) === 0n;
  });
}

export function legacyPprofError(): ImportError {
  return new ImportError(
    'legacy-pprof',
    'This is a pprof file of the old kind, from before profile.proto.',
    {
      byte: 0,
      advice:
        'Convert it with "go tool pprof -proto <program> <this file> > profile.pb.gz" and open that.',
    },
  );
}
