import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { say } from './say.ts';

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
      byte: longestString,
      advice:
        'Fold its stacks first: folded stacks are read in pieces. Or record a shorter profile.',
    },
  );
}
