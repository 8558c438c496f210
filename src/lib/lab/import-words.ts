import type { ImportIssue } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';

/** An import's message in the reader's language. All of it is text: excerpts are the file's. */
export interface SaidMessage {
  readonly code: string;
  /** What is wrong, one sentence or two. */
  readonly what: string;
  /** Line or byte, in words; absent where the file's place is not known. */
  readonly where?: string;
  /** What to do about it. */
  readonly advice?: string;
  readonly excerpt?: string;
  /** How often, in words, where more places had it than are listed. */
  readonly count?: string;
  /** What the library said in English, where `what` says less than that. */
  readonly detail?: string;
}

/** Of an `ImportError`, or of what the worker sends for one (`code`, `message`, `line?`, `byte?`, `advice?`). */
export function sayImportError(
  {
    code,
    message,
  }: {
    readonly code: string;
    readonly message: string;
    readonly line?: number | undefined;
    readonly byte?: number | undefined;
    readonly advice?: string | undefined;
  },
  _locale: Locale,
): SaidMessage {
  return { code, what: message };
}

export function sayImportIssue({ code, message }: ImportIssue, _locale: Locale): SaidMessage {
  return { code, what: message };
}
