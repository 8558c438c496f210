/** What a language says of itself: one file each in this folder. */
export interface Language {
  /** First segment of its pages' paths, and the name of its files. */
  readonly code: string;
  /** What `<html lang>` says (BCP 47), which may be more exact than the path. */
  readonly tag: string;
  /** What link previews call it. */
  readonly preview: string;
  /** Its name for itself. */
  readonly name: string;
  /** What stands between parts that a page puts together. */
  readonly joints: Joints;
  /** Everything is said in it: tests hold that. In others, English stands where something is missing. */
  readonly isWhole?: true;
}

export interface Joints {
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between items of a list, and between longer ones. */
  readonly list: string;
  readonly clauses: string;
  /** Between short facts of one line: a dot, which a Chinese face sets as wide as a character. */
  readonly facts: string;
  /** Between sentences that are built one by one. */
  readonly sentences: string;
  /** Around an aside, with the space that stands before it. */
  readonly aside: readonly [before: string, after: string];
}
