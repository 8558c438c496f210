import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { say } from './say.ts';

/** Unpacked bytes that an import accepts unless told otherwise: 1 GiB. */
export const defaultUnpackedLimit = 2 ** 30;

/** Small, so that a bomb is stopped soon: deflate packs at most 1032 to 1. */
const inputChunk = 1 << 16;
/** Bytes of the shortest gzip member: header, empty block, trailer. */
const shortestMember = 20;
/** Data that looks like the start of a member is rare; after so many the rest is taken as one. */
const falseEndsTried = 8;

/** Whether these are the first bytes of a gzip member (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Unpacks gzip, by its magic number and never by its name; gives other bytes back as they are.
 * Stops as soon as more than `limit` bytes came out (`too-large`), however small the packed file
 * is. A packed file that was cut short gives what came out, and an issue. Several members behind one
 * another (`cat a.gz b.gz`) are one file, which a `DecompressionStream` by itself does not know.
 */
export async function unpackGzip(
  bytes: Uint8Array,
  limit: number,
  report: ImportReport,
  checkpoint: (done: number) => void,
): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  let packedRead = 0;
  const unpacked = new Unpacked(limit, () => tooLarge(limit, packedRead));
  const onRead = (done: number) => {
    packedRead = Math.round(done * bytes.length);
    checkpoint(done);
  };
  let start = 0;
  let isWhole = true;
  let falseEnds = 0;
  for (const end of [...findMemberStarts(bytes), bytes.length]) {
    if (falseEnds > falseEndsTried && end < bytes.length) continue;
    const before = unpacked.mark();
    const chunks = chunksOf(bytes, start, end, onRead);
    isWhole = await unpackMember(chunks, unpacked);
    if (isWhole) start = end;
    else if (end < bytes.length) {
      unpacked.reset(before); // it only looked like the end of a member
      falseEnds++;
    }
  }
  if (unpacked.length === 0) throw nothingUnpacked();
  if (!isWhole) {
    report.add({
      code: 'truncated',
      ...say`The gzip data is damaged or cut short: only the first ${unpacked.length} unpacked bytes could be read.`,
      byte: bytes.length,
    });
  }
  return unpacked.join();
}

/** Where further members seem to start: the magic number and a header that makes sense. */
function findMemberStarts(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  let at = bytes.indexOf(0x1f, shortestMember);
  for (; at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    const [, , , flags = 0xff, , , , , level = 0xff] = bytes.subarray(at, at + 9);
    const isKnown = flags < 0x20 && (level === 0 || level === 2 || level === 4);
    if (isKnown && isGzip(bytes.subarray(at, at + 3))) starts.push(at);
  }
  return starts;
}

/** Unpacks one member into `unpacked`; false where it breaks off, with what came out until then. */
async function unpackMember(
  member: ReadableStream<Uint8Array<ArrayBuffer>>,
  unpacked: Unpacked,
): Promise<boolean> {
  const reader = member.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      unpacked.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof ImportError) throw error;
    return false;
  }
}

/** A part of the bytes as a stream of small chunks, pulled one by one, never ahead of need. */
function chunksOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  checkpoint: (done: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = start;
  return new ReadableStream({
    pull(controller) {
      checkpoint(at / bytes.length);
      if (at >= end) controller.close();
      else {
        const chunkEnd = Math.min(end, at + inputChunk);
        controller.enqueue(bytes.slice(at, chunkEnd));
        at = chunkEnd;
      }
    },
  });
}

/** What came out, in pieces, up to a limit. */
class Unpacked {
  readonly #limit: number;
  readonly #tooMuch: () => ImportError;
  readonly #chunks: Uint8Array[] = [];
  length = 0;

  /** @param tooMuch what is thrown when more than `limit` bytes have come out */
  constructor(limit: number, tooMuch: () => ImportError) {
    this.#limit = limit;
    this.#tooMuch = tooMuch;
  }

  push(chunk: Uint8Array): void {
    this.length += chunk.length;
    if (this.length > this.#limit) throw this.#tooMuch();
    this.#chunks.push(chunk);
  }

  mark(): { chunks: number; length: number } {
    return { chunks: this.#chunks.length, length: this.length };
  }

  reset({ chunks, length }: { chunks: number; length: number }): void {
    this.#chunks.length = chunks;
    this.length = length;
  }

  join(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

/** @param byte how much of the packed file was read by then */
function tooLarge(limit: number, byte: number): ImportError {
  return new ImportError('too-large', say`The file unpacks to more than ${limit} bytes.`, {
    byte,
    advice: 'Give importProfile a higher limit if you trust the file, or record a shorter profile.',
  });
}

function nothingUnpacked(): ImportError {
  return new ImportError('bad-gzip', 'The file starts like gzip, but nothing can be unpacked.', {
    byte: 0,
    advice: 'It may be damaged: copy or download it again.',
  });
}
