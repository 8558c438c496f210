import { parseEvent } from './parse-event.ts';
import type { ProgressEvent } from './progress-event.ts';

/** What an exported file holds; `aside` are records that this version could not read. */
interface ProgressFile {
  readonly flamewise: 'progress';
  readonly schema: 1;
  readonly exported: string;
  readonly events: readonly unknown[];
  readonly aside?: readonly unknown[];
}

export interface ReadProgressFile {
  readonly events: readonly ProgressEvent[];
  /** Entries that are no events. */
  readonly refused: number;
}

/** Why a file was not imported. */
export type ProgressFileProblem = 'too-large' | 'not-json' | 'not-progress' | 'newer';

const mostCharacters = 50_000_000;

/** The log as a JSON file, for a backup or another browser. `exported` is an ISO date. */
export function writeProgressFile(
  events: readonly ProgressEvent[],
  aside: readonly unknown[],
  exported: string,
): string {
  const file: ProgressFile = {
    flamewise: 'progress',
    schema: 1,
    exported,
    events,
    ...(aside.length === 0 ? {} : { aside }),
  };
  return JSON.stringify(file, undefined, 1);
}

/** Reads an exported file. It never throws: what is wrong with the file as a whole is the result. */
export function readProgressFile(text: string): ReadProgressFile | ProgressFileProblem {
  if (text.length > mostCharacters) return 'too-large';
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return 'not-json';
  }
  if (!isProgressFile(file)) return 'not-progress';
  if (file.schema > 1) return 'newer';
  const parsed = file.events.map((entry) => parseEvent(entry));
  const events = parsed.filter((event) => event !== undefined);
  return { events, refused: parsed.length - events.length };
}

function isProgressFile(file: unknown): file is ProgressFile {
  return (
    typeof file === 'object' &&
    file !== null &&
    'flamewise' in file &&
    file.flamewise === 'progress' &&
    'events' in file &&
    Array.isArray(file.events) &&
    'schema' in file &&
    typeof file.schema === 'number'
  );
}
