import type { Profile } from '../../model/profile.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { findMissingCallers } from './missing-callers.ts';
import { findPlateaus, findScatteredLeaves } from './plateaus.ts';
import { findRecursion } from './recursion.ts';
import type { ShapeFinding } from './shape.ts';
import { findTallestTower } from './tower.ts';
import { findTruncatedStacks } from './truncated-stacks.ts';
import { findUnknownRoots } from './unknown-roots.ts';

/** The shapes that a reader learns to see, heaviest first within each kind. `tree` is root-first. */
export function findShapes(profile: Profile, tree: CallTree): ShapeFinding[] {
  return [
    ...findPlateaus(profile, tree),
    ...findScatteredLeaves(profile, tree),
    ...findTallestTower(profile, tree),
    ...findMissingCallers(profile, tree),
    ...findUnknownRoots(profile, tree),
    ...findTruncatedStacks(profile, tree),
    ...findRecursion(profile, tree),
  ];
}
