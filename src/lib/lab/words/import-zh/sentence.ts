/** A sentence of the library in Chinese; `$1` is what its first group found. */
export type Sentence = readonly [english: RegExp, chinese: string];
