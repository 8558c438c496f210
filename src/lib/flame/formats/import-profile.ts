import type { Profile } from '../model/profile.ts';
import { asUtf8 } from './as-utf8.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { detectFormat } from './detect-format.ts';
import { findForeignFile } from './foreign-file.ts';
import { ImportError } from './import-error.ts';
import { ImportReport, type ImportIssue } from './import-issue.ts';
import { withOwnExcerpts, withOwnTexts } from './own-text.ts';
import type { FormatInput, ProfileFormat } from './profile-format.ts';
import { profileFormats } from './registry.ts';
import { defaultUnpackedLimit, isGzip, unpackGzip } from './unpack.ts';
import { say } from './say.ts';

/** What `importProfile` may be told; nothing has to be. */
export interface ImportOptions {
  /** Name of the file. Names the profile and breaks ties of detection; it never decides. */
  readonly fileName?: string;
  /** Id of a format (see `formats`): skips detection. */
  readonly format?: string;
  /** Stops the import with an `ImportError` `cancelled` at the next checkpoint. */
  readonly signal?: AbortSignal;
  /** Called now and then with 0..1. */
  readonly onProgress?: (done: number) => void;
  /** Bytes that may come out of a gzip file: 1 GiB unless given. */
  readonly limit?: number;
}

/** What could be read of a file, and what could not. */
export interface ImportResult {
  /** Id of the format that read it. */
  readonly format: string;
  /** One per thread, event or sample type, in the file's order; never empty. */
  readonly profiles: Profile[];
  readonly issues: ImportIssue[];
}

/** What can be read: for file pickers, documentation, and `ImportOptions.format`. */
export const formats: readonly { id: string; label: string; extensions: readonly string[] }[] =
  // Pure: a bundle in which nobody asks for it need not hold every format.
  /* @__PURE__ */ profileFormats.map(({ id, label, extensions }) => ({ id, label, extensions }));

/** Inflating takes about as long as reading what came out. */
const shareOfUnpacking = 0.5;

/**
 * Reads a profile of any known format, detected by its content; gzip is unpacked first.
 * Rejects with an `ImportError` (`code`, `message`, and `line` or `byte` where there is one) when
 * nothing usable is there; what could not be read of a usable file is in `issues`.
 */
export async function importProfile(
  data: Uint8Array | string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const report = new ImportReport();
  try {
    const input = await inputOf(data, options, report);
    const format = formatOf(input, options.format);
    const read = await format.parse(input, report);
    if (read.length === 0) throw noSamples(format);
    const profiles = input.keepsText() ? withOwnTexts(read) : read;
    input.checkpoint(1);
    const issues = input.keepsText() ? withOwnExcerpts(report.finish()) : report.finish();
    return { format: format.id, profiles, issues };
  } catch (error) {
    throw error instanceof ImportError ? error : unreadable(error);
  }
}

function checkpointOf({ signal, onProgress }: ImportOptions): (done: number) => void {
  let furthest = 0;
  return (done) => {
    if (signal?.aborted === true) throw new ImportError('cancelled', 'The import was cancelled.');
    furthest = Math.max(furthest, done); // a reader may pass over the file twice
    onProgress?.(furthest);
  };
}

interface OpenInput extends FormatInput {
  /** Whether what was read is of the file's text, and not of its bytes or JSON. */
  keepsText(): boolean;
}

/** The file as formats see it: unpacked, in UTF-8, decoded and parsed when first asked for. */
async function inputOf(
  data: Uint8Array | string,
  options: ImportOptions,
  report: ImportReport,
): Promise<OpenInput> {
  const checkpoint = checkpointOf(options);
  checkpoint(0);
  const packed = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const limit = options.limit ?? defaultUnpackedLimit;
  const unpacks = isGzip(packed) ? shareOfUnpacking : 0;
  const unpacked = await unpackGzip(packed, limit, report, (done) => checkpoint(done * unpacks));
  const bytes = asUtf8(unpacked);
  let text: string | undefined;
  let json: { value: unknown } | undefined;
  return {
    bytes,
    fileName: options.fileName,
    text: () => (text ??= decodeUtf8(bytes, report)),
    json() {
      json ??= { value: parseJson((text ??= decodeUtf8(bytes, report))) };
      return json.value;
    },
    checkpoint: (done) => checkpoint(unpacks + done * (1 - unpacks)),
    keepsText: () => text !== undefined && json?.value === undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the format, or detection, says what is wrong
  }
}

function formatOf(input: FormatInput, id: string | undefined): ProfileFormat {
  const { bytes } = input;
  if (isBlank(bytes)) {
    throw new ImportError('empty', 'The file is empty.', {
      line: 1,
      advice: 'Record again, and see that the profiler found any samples.',
    });
  }
  if (id === undefined) {
    const foreign = findForeignFile(bytes);
    if (foreign !== undefined) throw foreign;
    return detectFormat(profileFormats, input);
  }
  const chosen = profileFormats.find((format) => format.id === id);
  if (chosen !== undefined) return chosen;
  throw new ImportError('unknown-format', say`There is no format "${id}".`, {
    advice: `These can be read: ${profileFormats.map((format) => format.id).join(', ')}.`,
  });
}

/** Whether there is nothing but ASCII white space. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}

function noSamples(format: ProfileFormat): ImportError {
  return new ImportError('no-samples', say`The file (${format.label}) holds no samples.`, {
    advice: 'Record again, and see that the profiler found any samples.',
  });
}

/** An importer met something that it was not written for: still a message, never a raw error. */
function unreadable(cause: unknown): ImportError {
  const error = new ImportError(
    'unreadable',
    say`The file could not be read (${cause instanceof Error ? cause.message : String(cause)}).`,
    { advice: 'It may be damaged, or larger than this machine can hold.' },
  );
  error.cause = cause;
  return error;
}
