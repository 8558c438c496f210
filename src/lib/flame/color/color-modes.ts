import type { CallTree } from '../tree/call-tree.ts';
import { schemeByFrame } from './color-scheme.ts';
import type { ColorScheme } from './color-scheme.ts';

/* Colours that a graph does not begin with: by name, library, self weight and change. */

/** Hues that names and libraries share out among themselves: told apart with any colour vision. */
export const hueCount = 10;
/** Steps from "no self weight" to "all of it". */
export const heatCount = 6;
/** Steps of a change on either side of "no change". */
export const changeSteps = 2;

const isAlwaysKnown = () => true;

const hues = Array.from({ length: hueCount }, (_, i) => `hue-${i}`);

/** By name: the same name has the same hue in every profile and view. */
export function colorByName(tree: CallTree): ColorScheme {
  return schemeByFrame(tree, hues, (frame) => hashText(tree.frames.names[frame] ?? '') % hueCount);
}

/**
 * By library, or any other grouping of frames. The heaviest groups (give them in that order) have
 * a hue each; the rest share the neutral last class.
 */
export function colorByGroup(
  tree: CallTree,
  groups: readonly string[],
  groupOf: (frame: number) => string,
): ColorScheme {
  const rank = new Map(groups.slice(0, hueCount).map((group, i) => [group, i]));
  return schemeByFrame(
    tree,
    [...hues, 'kind-unknown'],
    (frame) => rank.get(groupOf(frame)) ?? hueCount,
  );
}

/** By self weight as a share of the heaviest self weight: what burns is what is hot. */
export function colorBySelf(tree: CallTree): ColorScheme {
  // Leaf first, the rows at the foot are what ran, and the rows above called them.
  const selfOf = (row: number) => {
    if (!tree.inverted) return tree.self[row] ?? 0;
    return tree.depth[row] === 0 ? (tree.total[row] ?? 0) : 0;
  };
  let heaviest = 0;
  for (let row = 0; row < tree.size; row++) heaviest = Math.max(heaviest, selfOf(row));
  const classes = Array.from({ length: heatCount }, (_, i) => `heat-${i}`);
  const classOf = (row: number) => {
    const self = selfOf(row);
    if (!(self > 0)) return 0;
    return Math.min(1 + Math.floor((self / heaviest) * (heatCount - 1)), heatCount - 1);
  };
  return { classes, classOf, isKnown: isAlwaysKnown };
}

const changeClasses = [
  ...Array.from({ length: changeSteps }, (_, i) => `less-${changeSteps - i}`),
  'same',
  ...Array.from({ length: changeSteps }, (_, i) => `more-${i + 1}`),
];

/** A change that is drawn smaller counts as none. */
export const leastColored = 0.005;

/**
 * By change, as a share of the whole (0.05: five points more). `limits` are the least changes of
 * each step, ascending; below the first a frame counts as unchanged.
 */
export function colorByChange(
  changeOf: (row: number) => number,
  limits: readonly number[] = [leastColored, 0.05],
): ColorScheme {
  const classOf = (row: number) => {
    const change = changeOf(row);
    const steps = limits.filter((limit) => Math.abs(change) >= limit).length;
    return changeSteps + Math.sign(change) * Math.min(steps, changeSteps);
  };
  return { classes: changeClasses, classOf, isKnown: isAlwaysKnown };
}

/** FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
