import type { Measured } from './measured.ts';

/**
 * Something found in a profile, without words: what it is, and what it rests on. Rows are those of
 * `buildCallTree(profile)` with its default options.
 */
export interface Finding<Code extends string = string> extends Measured {
  readonly code: Code;
  /** The frames that it rests on, most important first; names as the file gives them. */
  readonly frames: readonly string[];
  readonly rows: readonly number[];
  /** Numbers and names that the code stands for; each code says which in its docstring. */
  readonly values: Readonly<Record<string, number | string>>;
}
