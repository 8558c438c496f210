import { en } from './phrases/en.ts';
import type { Phrases } from './phrases/en.ts';
import { zh } from './phrases/zh.ts';

/** The languages that the library speaks: a file in `phrases` and an entry here. */
const languages: Readonly<Record<string, Phrases>> = { en, zh };

/** The words of weights, shares and frames in the language of a BCP 47 tag; English where there are none. */
export function phrasesOf(locale: string): Phrases {
  const code = locale.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(languages, code) ? (languages[code] ?? en) : en;
}

export type { Phrases };
