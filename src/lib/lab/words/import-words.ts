import type { Sentence } from './import-zh/sentence.ts';

/** What the lab adds to an import's messages, and the library's English sentences in a language. */
export interface ImportWords {
  readonly line: (number: string) => string;
  readonly byte: (number: string) => string;
  /** `count` places; `number` is how that is written. */
  readonly places: (number: string, count: number) => string;
  /** A title where a sentence is missing. */
  readonly sentence: (title: string) => string;
  readonly errors: readonly Sentence[];
  readonly issues: readonly Sentence[];
  readonly advice: readonly Sentence[];
}
