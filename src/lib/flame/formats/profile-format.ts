import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';

/** A file as an importer sees it: already unpacked, decoded at most once. */
export interface FormatInput {
  readonly bytes: Uint8Array;
  readonly fileName: string | undefined;
  /** The whole file as text: BOM removed, UTF-16 recognised; bad bytes become U+FFFD and an issue. */
  text(): string;
  /** The parsed JSON; `undefined` where the text is not JSON. Parsed at most once. */
  json(): unknown;
  /** Call now and then in long loops: reports progress (0..1) and throws when cancelled. */
  checkpoint(done: number): void;
}

/** What `sniff` may look at: the first 64 KiB. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The same as text (BOM removed), with U+FFFD for what is not text. */
  readonly text: string;
  readonly fileName: string | undefined;
}

/** One readable format: one file in this folder, one line in `registry.ts`. */
export interface ProfileFormat {
  /** Stable and kebab-case; also `options.format` of `importProfile`. */
  readonly id: string;
  readonly label: string;
  /** Without the dot, most usual first. A hint for file pickers, never proof. */
  readonly extensions: readonly string[];
  /** How sure the format is by its head: 0 not mine … 1 certain. Must not throw. */
  sniff(head: FileHead): number;
  /** The same question for a file that turned out to be JSON. */
  sniffJson?(value: unknown): number;
  /**
   * Reads everything it can. Reports what it could not; throws an `ImportError` only where nothing
   * usable is there. One profile per thread, event or sample type, in the file's order.
   */
  parse(input: FormatInput, report: ImportReport): Profile[] | Promise<Profile[]>;
}
