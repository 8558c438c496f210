import { ImportError } from './import-error.ts';
import { jsonError } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

/** How much of a file `sniff` looks at. */
const headLength = 1 << 16;
/** Of a file whose first line is longer than that: so much, with the middle of long lines left out. */
const longHeadLength = 1 << 23;
const lineEndLength = 1000;

/** As sure as this is only who can be nobody else: the others need not look. */
const certain = 0.97;
/** Below this no format is taken: the file is "not a profile". */
const leastSure = 0.1;
/** What a fitting file extension adds: enough to settle a doubt, never enough to decide. */
const nameHint = 0.05;

/**
 * The format that is surest of this content. JSON is parsed once and then shown to the formats
 * that know JSON. Throws `unknown-format` where none is sure at all, or says where broken JSON
 * breaks off.
 */
export function detectFormat(formats: readonly ProfileFormat[], input: FormatInput): ProfileFormat {
  const head = headOf(input, headLength);
  const looksLikeJson = /^\s*[[{]/.test(head.text);
  const json = looksLikeJson ? input.json() : undefined;
  const found = findSurest(formats, head, json);
  if (found !== undefined) return found;
  const isOneLine = head.bytes.length === headLength && !head.text.includes('\n');
  if (isOneLine && !looksLikeJson) {
    const longer = findSurest(formats, withoutMiddles(headOf(input, longHeadLength)), json);
    if (longer !== undefined) return longer;
  }
  throw looksLikeJson && json === undefined
    ? jsonError(input.text())
    : unknownFormat(formats, json !== undefined);
}

function headOf({ bytes, fileName }: FormatInput, length: number): FileHead {
  const head = bytes.subarray(0, length);
  // `stream` holds a character back that the cut goes through.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true });
  return { bytes: head, text, fileName };
}

/** Stacks of 10,000 frames are one line of a megabyte: its two ends tell enough. */
function withoutMiddles({ text, fileName }: FileHead): FileHead {
  const short = text.split('\n', 200).map((line) => {
    if (line.length <= 2 * lineEndLength) return line;
    return line.slice(0, lineEndLength) + line.slice(-lineEndLength);
  });
  const shortText = short.join('\n').slice(0, headLength);
  return { bytes: new TextEncoder().encode(shortText), text: shortText, fileName };
}

function findSurest(
  formats: readonly ProfileFormat[],
  head: FileHead,
  json: unknown,
): ProfileFormat | undefined {
  let best: ProfileFormat | undefined;
  let surest = leastSure;
  for (const format of formats) {
    // A whole file of JSON is nothing that has no JSON, whatever stands in its texts.
    if (json !== undefined && format.sniffJson === undefined) continue;
    const byJson = json === undefined ? 0 : (format.sniffJson?.(json) ?? 0);
    const sure = Math.max(format.sniff(head), byJson);
    if (sure >= certain) return format;
    const hinted = sure > 0 && hasExtension(format, head.fileName) ? sure + nameHint : sure;
    if (hinted > surest) [best, surest] = [format, hinted];
  }
  return best;
}

function hasExtension(format: ProfileFormat, fileName: string | undefined): boolean {
  const name = fileName?.toLowerCase().replace(/\.gz$/, '');
  return (
    name !== undefined && format.extensions.some((extension) => name.endsWith(`.${extension}`))
  );
}

function unknownFormat(formats: readonly ProfileFormat[], isJson: boolean): ImportError {
  const what = isJson
    ? 'This JSON is no profile of a known kind.'
    : 'This is no known profile format.';
  return new ImportError('unknown-format', what, {
    line: 1,
    advice: `These can be read: ${formats.map(({ label }) => label).join(', ')}.`,
  });
}
