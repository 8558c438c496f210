/** A sentence of the library in another language; `$1` is what its first group found. */
export type Sentence = readonly [english: RegExp, said: string];
