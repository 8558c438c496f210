import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';

/** Unpacked bytes that an import accepts unless told otherwise: 1 GiB. */
export const defaultUnpackedLimit = 2 ** 30;

const inputChunk = 1 << 18;

/** Whether these are the first bytes of a gzip member (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Unpacks gzip, by its magic number and never by its name; gives other bytes back as they are.
 * Stops as soon as more than `limit` bytes came out (`too-large`), however small the packed file
 * is. A packed file that was cut short gives what came out, and an issue.
 */
export async function unpackGzip(
  bytes: Uint8Array,
  limit: number,
  report: ImportReport,
  checkpoint: (done: number) => void,
): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const reader = chunksOf(bytes, checkpoint)
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) throw tooLarge(limit);
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof ImportError) throw error;
    if (length === 0) {
      throw new ImportError('bad-gzip', 'The file starts like gzip, but nothing can be unpacked.', {
        byte: 0,
        advice: 'It may be damaged: copy or download it again.',
      });
    }
    report.add({
      code: 'truncated',
      message: `The gzip data is damaged or cut short: only the first ${length} unpacked bytes could be read.`,
      byte: bytes.length,
    });
  }
  return joined(chunks, length);
}

function tooLarge(limit: number): ImportError {
  return new ImportError('too-large', `The file unpacks to more than ${limit} bytes.`, {
    advice: 'Give importProfile a higher limit if you trust the file, or record a shorter profile.',
  });
}

/** The bytes as a stream of small chunks, pulled one by one: nothing is unpacked ahead of need. */
function chunksOf(
  bytes: Uint8Array,
  checkpoint: (done: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      checkpoint(at / bytes.length);
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += inputChunk)));
    },
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
