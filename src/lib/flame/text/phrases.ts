import { inLanguage } from './in-language.ts';
import { en } from './phrases/en.ts';
import type { Phrases } from './phrases/en.ts';
import { zh } from './phrases/zh.ts';

/** The languages that the library speaks: a file in `phrases` and an entry here. */
const languages = { en, zh };

/** The words of weights, shares and frames in the language of a BCP 47 tag; English where there are none. */
export function phrasesOf(locale: string): Phrases {
  return inLanguage<Phrases>(languages, locale);
}

export type { Phrases };
