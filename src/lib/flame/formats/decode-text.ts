import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { say } from './say.ts';

/**
 * The bytes as UTF-8 without a byte order mark. UTF-16 (Windows tools write it) is recognised by
 * its mark, or by its zero bytes, and written anew; everything else comes back as it is.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const encoding = findUtf16(bytes);
  if (encoding === undefined) return bytes;
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: ASCII in UTF-16 has a zero in every second byte, and in no other.
  const looked = Math.min(bytes.length, 512) & ~1;
  if (looked < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const most = (looked / 2) * 0.9;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

/** No string of V8 is longer (in UTF-16 units); those of other engines are about as long or longer. */
const longestString = 0x1fffffe8;

/**
 * Text of UTF-8 bytes. What is not UTF-8 becomes U+FFFD, with an issue that says where. Throws an
 * ImportError (`too-large`) where the text does not fit into one string.
 */
export function decodeUtf8(bytes: Uint8Array, report: ImportReport): string {
  try {
    return decode(bytes, true);
  } catch (error) {
    if (error instanceof ImportError) throw error;
  }
  const text = decode(bytes, false);
  const at = text.indexOf('\uFFFD');
  const lineStart = text.lastIndexOf('\n', at) + 1;
  report.add({
    code: 'invalid-utf8',
    message: 'Some bytes are not UTF-8. They were read as U+FFFD.',
    line: text.slice(0, at).split('\n').length,
    excerpt: text.slice(lineStart, lineStart + 80),
  });
  return text;
}

function decode(bytes: Uint8Array, fatal: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // Only then: text that is not ASCII has fewer units than bytes.
    throw bytes.length > longestString ? tooLong(bytes.length) : error;
  }
}

function tooLong(bytes: number): ImportError {
  return new ImportError(
    'too-large',
    say`The file has ${bytes} bytes of text: too many for one string.`,
    {
      advice:
        'Fold its stacks first: folded stacks are read in pieces. Or record a shorter profile.',
    },
  );
}
