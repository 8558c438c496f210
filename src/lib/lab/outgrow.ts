import type { Text } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';

/** How much a browser tab can hold. */
export const limits = {
  /** Bytes of a file as it lies on the disk. */
  fileBytes: 512 * 1024 * 1024,
  /** Bytes that may come out of a packed file: `importProfile`'s `limit`. */
  unpackedBytes: 1024 * 1024 * 1024,
} as const;

/** A need beyond a browser tab, and the systems that meet it. */
export interface Outgrown {
  readonly id: string;
  readonly need: Text;
  readonly systems: readonly {
    readonly name: string;
    readonly url: string;
    readonly what: Text;
    /** Which of our exports it reads; empty where none. */
    readonly reads: readonly ('folded' | 'speedscope' | 'pprof')[];
    readonly sources: readonly string[];
  }[];
}

/** What to use where a browser tab is too small: continuous profiling, fleets, hours of traces. */
export function outgrow(_locale: Locale): readonly Outgrown[] {
  return [];
}

/** What to do with a file beyond the limit: how to make a smaller one, and what opens it as it is. */
export function sayTooLarge(
  _bytes: number,
  _locale: Locale,
): { what: string; advice: readonly Text[] } {
  return { what: '', advice: [] };
}
