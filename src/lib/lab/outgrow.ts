import type { Text } from '../flame/index.ts';
import { formatWeight } from '../flame/index.ts';
import { inLocale } from '../i18n/index.ts';
import type { Locale } from '../i18n/index.ts';
import { sayLabText } from './say-lab-text.ts';
import { needs } from './outgrow-data.ts';
import type { Export } from './outgrow-data.ts';
import { limitWords } from './words/limit-words.ts';

/** How much a browser tab can hold. */
export const limits = {
  /** Bytes of a file as it lies on the disk: about as much text as one string can hold. */
  fileBytes: 512 * 1024 * 1024,
  /** Bytes that may come out of a packed file: `importProfile`'s `limit`. */
  unpackedBytes: 1024 * 1024 * 1024,
} as const;

/** A system that goes on where a browser tab ends. */
export interface OutgrownSystem {
  readonly name: string;
  readonly url: string;
  readonly what: Text;
  /** Which of our exports it reads; empty where none. */
  readonly reads: readonly Export[];
  /** Primary documents for that. */
  readonly sources: readonly string[];
}

/** A need beyond a browser tab, and the systems that meet it. */
export interface Outgrown {
  readonly id: string;
  readonly need: Text;
  readonly systems: readonly OutgrownSystem[];
}

/** What to use where a browser tab is too small: continuous profiling, fleets, hours of traces. */
export function outgrow(locale: Locale): readonly Outgrown[] {
  return needs.map(({ id, need, systems }) => ({
    id,
    need: [sayLabText(need, locale)],
    systems: systems.map(({ what, ...system }) => ({
      ...system,
      what: [sayLabText(what, locale)],
    })),
  }));
}

/** What to do with a file beyond the limit: how to make a smaller one, and what opens it as it is. */
export function sayTooLarge(
  bytes: number,
  locale: Locale,
): { readonly what: string; readonly advice: readonly Text[] } {
  const words = inLocale(limitWords, locale);
  const size = (value: number) => formatWeight(value, 'bytes', locale);
  return {
    what: words.what(size(bytes), size(limits.fileBytes)),
    advice: words.advice.map((sentence) => [sentence]),
  };
}
