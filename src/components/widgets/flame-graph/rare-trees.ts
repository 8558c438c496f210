import {
  applyTransforms,
  buildCallTree,
  buildFlameChart,
  callersAndCallees,
  functionTotals,
  layoutOfTree,
  layOutSandwich,
} from '../../../lib/flame/index.ts';
import type { Profile } from '../../../lib/flame/index.ts';
import type { BuiltTree, TreeWish } from './built-tree.ts';
import { orderOf } from './tree-order.ts';

/* Trees that a lesson's first picture does without, and the steps applied to stacks: data to data. */

/** The profile after the wish's steps, and the tree of any view but a comparison. */
export function buildWish(whole: Profile, wish: Omit<TreeWish, 'diff'>): BuiltTree {
  const profile = applyTransforms(whole, wish.transforms);
  const { view } = wish;
  if (view === 'sandwich') {
    const { tree, layout, callersRoot } =
      sandwichOf(profile, wish.function) ??
      layOutSandwich(callersAndCallees(profile, heaviestOf(profile), { order: 'weight' }));
    return { profile, tree, layout, sandwich: { callersRoot } };
  }
  const { order, inverted } = orderOf(view);
  const tree =
    view === 'time' ? buildFlameChart(profile) : buildCallTree(profile, { order, inverted });
  return { profile, tree, layout: layoutOfTree(tree) };
}

/** `undefined` of a function that the profile does not have, or that its steps took out. */
function sandwichOf(profile: Profile, name: string): ReturnType<typeof layOutSandwich> | undefined {
  if (name === '') return undefined;
  const sandwich = layOutSandwich(callersAndCallees(profile, name, { order: 'weight' }));
  return sandwich.tree.size === 0 ? undefined : sandwich;
}

function heaviestOf(profile: Profile): string {
  return functionTotals(profile)[0]?.name ?? '';
}
