import type { CallTree } from '../tree/call-tree.ts';

/**
 * Which of a few classes each row is painted in. A class is a name (`kind-kernel`, `hue-3`), never a
 * colour: style sheets give it a colour for each theme, and canvas reads theirs.
 */
export interface ColorScheme {
  readonly classes: readonly string[];
  /** Index into `classes` by row of the tree. */
  classOf(row: number): number;
  /** Whether `classOf` has this row's answer at hand, or can work it out at once. */
  isKnown(row: number): boolean;
}

/** Asks `classOfFrame` once for each frame of the table that is met, and remembers the answer. */
export function schemeByFrame(
  tree: CallTree,
  classes: readonly string[],
  classOfFrame: (frame: number) => number,
): ColorScheme {
  const known = new Int8Array(tree.frames.length).fill(-1);
  return {
    classes,
    classOf(row) {
      const frame = tree.frame[row] ?? 0;
      const before = known[frame] ?? -1;
      return before >= 0 ? before : (known[frame] = classOfFrame(frame));
    },
    isKnown: (row) => (known[tree.frame[row] ?? 0] ?? 0) >= 0,
  };
}

/** By what a frame is: `kind-application`, `kind-kernel`… */
export function colorByKind(
  tree: CallTree,
  kinds: readonly string[],
  kindOf: (frame: number) => string,
): ColorScheme {
  const classes = kinds.map((kind) => `kind-${kind}`);
  return schemeByFrame(tree, classes, (frame) => Math.max(kinds.indexOf(kindOf(frame)), 0));
}
