/** A text of the site in which samples are named: a lesson, or a question. */
export interface NamingText {
  readonly id: string;
  /** Front matter and body, or the whole file. */
  readonly text: string;
}

/** Ids of the texts that name a sample by its whole id, in the order given. */
export function textsNaming(sample: string, texts: readonly NamingText[]): string[] {
  const whole = new RegExp(`(?<![\\w-])${sample}(?![\\w-])`);
  return texts.filter(({ text }) => whole.test(text)).map(({ id }) => id);
}
