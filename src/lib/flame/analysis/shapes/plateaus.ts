import type { Profile } from '../../model/profile.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import type { Measured } from '../measured.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

/** Self weight below this share of the profile is no feature of the picture. */
const smallestShare = 0.05;

/** Nodes that are wide at the top: much weight ends in one place. */
export function findPlateaus(profile: Profile, tree: CallTree): ShapeFinding[] {
  const measure = measureOf(profile);
  return heaviestRows(tree).map((row) => ({
    code: 'plateau',
    ...measure(tree.self[row] ?? 0),
    frames: [tree.nameOf(row)],
    rows: [row],
    values: { depth: tree.depth[row] ?? 0 },
  }));
}

function heaviestRows(tree: CallTree): number[] {
  const smallest = smallestShare * tree.totalWeight;
  const rows: number[] = [];
  for (let row = 0; row < tree.size; row++) {
    const self = tree.self[row] ?? 0;
    if (self > 0 && self >= smallest) rows.push(row);
  }
  return rows.sort((a, b) => (tree.self[b] ?? 0) - (tree.self[a] ?? 0));
}

interface Leaf {
  readonly name: string;
  readonly rows: number[];
  self: number;
  largest: number;
}

/**
 * Functions with much self weight in no one place: a graph hides them, a leaf-first one shows them.
 * At least three places, and none with more than 60% of it.
 */
export function findScatteredLeaves(profile: Profile, tree: CallTree): ShapeFinding[] {
  const measure: (weight: number) => Measured = measureOf(profile);
  return [...leavesOf(tree).values()]
    .filter(({ self, rows, largest }) => {
      return self >= smallestShare * tree.totalWeight && rows.length >= 3 && largest <= 0.6 * self;
    })
    .sort((a, b) => b.self - a.self)
    .map(({ name, rows, self, largest }) => ({
      code: 'scattered-leaf',
      ...measure(self),
      frames: [name],
      rows,
      values: { places: rows.length, largest },
    }));
}

function leavesOf(tree: CallTree): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (let row = 0; row < tree.size; row++) {
    const self = tree.self[row] ?? 0;
    if (!(self > 0)) continue;
    const name = tree.nameOf(row);
    let leaf = leaves.get(name);
    if (leaf === undefined) {
      leaf = { name, rows: [], self: 0, largest: 0 };
      leaves.set(name, leaf);
    }
    leaf.rows.push(row);
    leaf.self += self;
    leaf.largest = Math.max(leaf.largest, self);
  }
  return leaves;
}
