import type { Profile, StackTable } from '../model/profile.ts';
import type { CallTreeOptions } from './build-call-tree.ts';
import { buildCallTree } from './build-call-tree.ts';
import type { CallTree } from './call-tree.ts';

/** The two halves of the sandwich view, merged over all places where a function is called. */
export interface CallersAndCallees {
  readonly name: string;
  /** Weight of the samples in which the function was running. */
  readonly self: number;
  /** Weight of the samples that hold it; each counts once. */
  readonly total: number;
  /** Leaf-first from the function up: its only root is the function, children are its callers. */
  readonly callers: CallTree;
  /** Root-first from the function down: its only root is the function. */
  readonly callees: CallTree;
}

/**
 * Callers and callees of all functions of this name. Where a sample holds it more than once, the
 * outermost call counts, for both halves: so each sample is in each half once, the roots' totals are
 * the function's total, and inner calls are among the callees. Unknown names give two empty trees.
 */
export function callersAndCallees(
  profile: Profile,
  name: string,
  options: Pick<CallTreeOptions, 'order'> = {},
): CallersAndCallees {
  const outermost = findOutermost(profile, name);
  const callees = buildCallTree(calleesOf(profile, outermost), options);
  const callers = buildCallTree(callersOf(profile, outermost), { ...options, inverted: true });
  return { name, self: selfOf(profile, name), total: callees.totalWeight, callers, callees };
}

/** By stack: the stack that ends at the outermost frame of this name, or -1 where there is none. */
export function findOutermost({ stacks, frames }: Profile, name: string): Int32Array {
  const outermost = new Int32Array(stacks.length);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const above = prefix < 0 ? -1 : (outermost[prefix] ?? -1);
    outermost[i] = above < 0 && frames.names[stacks.frame[i] ?? 0] === name ? i : above;
  }
  return outermost;
}

function selfOf({ stacks, frames, samples }: Profile, name: string): number {
  let self = 0;
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? -1;
    if (stack < 0 || frames.names[stacks.frame[stack] ?? 0] !== name) continue;
    self += samples.weight[i] ?? 0;
  }
  return self;
}

/** Stacks cut off above the function: it becomes their root. */
function calleesOf(profile: Profile, outermost: Int32Array): Profile {
  const { stacks } = profile;
  const prefix = stacks.prefix.map((above, i) => (outermost[i] === i ? -1 : above));
  const cut: StackTable = { length: stacks.length, prefix, frame: stacks.frame };
  return withSamples(profile, cut, (stack) => (outermost[stack] === -1 ? -1 : stack));
}

/** Stacks cut off below the function: it becomes their leaf. */
function callersOf(profile: Profile, outermost: Int32Array): Profile {
  return withSamples(profile, profile.stacks, (stack) => outermost[stack] ?? -1);
}

/** The samples that `stackOf` gives a stack, on another stack table. */
function withSamples(
  profile: Profile,
  stacks: StackTable,
  stackOf: (stack: number) => number,
): Profile {
  const { samples } = profile;
  const kept: number[] = [];
  const stack: number[] = [];
  for (let i = 0; i < samples.length; i++) {
    const before = samples.stack[i] ?? -1;
    const after = before < 0 ? -1 : stackOf(before);
    if (after < 0) continue;
    kept.push(i);
    stack.push(after);
  }
  const weight = Float64Array.from(kept, (i) => samples.weight[i] ?? 0);
  return {
    ...profile,
    stacks,
    samples: { length: kept.length, stack: Int32Array.from(stack), weight },
    totalWeight: weight.reduce((sum, each) => sum + each, 0),
  };
}
