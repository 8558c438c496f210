import type { Profile } from '../model/profile.ts';
import { ChildTable } from './child-table.ts';
import { selfWeights } from './self-weights.ts';
import type { FrameKeys } from '../model/frame-keys.ts';

/**
 * The nodes of a call tree before they are put in order: a prefix tree in columns in which every
 * parent has a smaller index than its children.
 */
export interface CallNodes {
  readonly size: number;
  /** -1 for a root. */
  readonly parent: Int32Array;
  /** What the node is merged by: see `FrameKeys`. */
  readonly key: Int32Array;
  /** The first frame that was merged into the node. */
  readonly frame: Int32Array;
  /** Weight of the samples that end here. */
  readonly self: Float64Array;
  /** Node by sample; -1 for a sample without frames. */
  readonly nodeOfSample: Int32Array;
}

/**
 * The stack table itself as nodes: no copy, no look-up. Right only when no stack is without samples
 * and no two siblings have one key, which the caller checks.
 */
export function nodesOfStackTable(profile: Profile, keys: FrameKeys): CallNodes {
  const { stacks, samples } = profile;
  const key = new Int32Array(stacks.length);
  for (let i = 0; i < key.length; i++) key[i] = keys.keyOf[stacks.frame[i] ?? 0] ?? 0;
  return {
    size: stacks.length,
    parent: stacks.prefix,
    key,
    frame: stacks.frame,
    self: selfWeights(profile, samples.stack, stacks.length),
    nodeOfSample: samples.stack,
  };
}

/** Merges the stacks root first; with `mergeRecursion` a frame that calls itself is one node. */
export function mergeStacks(profile: Profile, keys: FrameKeys, mergeRecursion: boolean): CallNodes {
  const { stacks, samples } = profile;
  const sampled = sampledStacks(profile);
  const table = new ChildTable(stacks.length);
  const nodeOfStack = new Int32Array(stacks.length);
  for (let i = 0; i < stacks.length; i++) {
    if (sampled[i] === 0) continue;
    const prefix = stacks.prefix[i] ?? -1;
    const caller = prefix < 0 ? -1 : (nodeOfStack[prefix] ?? -1);
    const frame = stacks.frame[i] ?? 0;
    const key = keys.keyOf[frame] ?? 0;
    const recursive = mergeRecursion && caller >= 0 && table.key[caller] === key;
    nodeOfStack[i] = recursive ? caller : table.child(caller, key, frame);
  }
  const nodeOfSample = samples.stack.map((stack) => (stack < 0 ? -1 : (nodeOfStack[stack] ?? -1)));
  return finishNodes(profile, table, nodeOfSample);
}

/** Where a leaf-first tree stops. */
export interface InvertedLimits {
  /** Frames kept of each stack, from the leaf. */
  readonly maxDepth: number;
  /** The next level is not begun when there are as many nodes as this. */
  readonly maxNodes: number;
}

/**
 * Merges the stacks leaf first, one level at a time. There is no prefix to share, so this costs a
 * look-up for each frame of each distinct stack that was sampled: time and memory grow with
 * (distinct stacks × depth), not with the number of root-first nodes. Hence the limits: all stacks
 * are cut at the same depth, and no weight is lost. `isCut` says whether callers are missing.
 */
export function mergeStacksInverted(
  profile: Profile,
  keys: FrameKeys,
  mergeRecursion: boolean,
  limits: InvertedLimits,
): { nodes: CallNodes; isCut: boolean } {
  const { stacks, samples } = profile;
  const table = new ChildTable(Math.min(stacks.length, limits.maxNodes));
  const nodeOfStack = new Int32Array(stacks.length).fill(-1);
  const leaves = distinctLeaves(profile);
  const at = leaves.slice(); // where the walk from each leaf towards the root has come
  let walking = leaves.length;
  let depth = 0;
  for (; walking > 0 && depth < limits.maxDepth && table.size < limits.maxNodes; depth++) {
    let kept = 0;
    for (let i = 0; i < walking; i++) {
      const leaf = leaves[i]!; // i < walking <= length, and stacks are in range: a kernel
      const frame = stacks.frame[at[i]!]!;
      const key = keys.keyOf[frame]!;
      const node = table.child(nodeOfStack[leaf]!, key, frame);
      nodeOfStack[leaf] = node;
      let next = stacks.prefix[at[i]!]!;
      while (mergeRecursion && next >= 0 && keys.keyOf[stacks.frame[next]!] === key) {
        next = stacks.prefix[next]!;
      }
      if (next < 0) continue;
      leaves[kept] = leaf;
      at[kept++] = next;
    }
    walking = kept;
  }
  const nodeOfSample = samples.stack.map((stack) => (stack < 0 ? -1 : (nodeOfStack[stack] ?? -1)));
  return { nodes: finishNodes(profile, table, nodeOfSample), isCut: walking > 0 };
}

/** The stacks that samples have, each once, in the order in which they come. */
function distinctLeaves({ stacks, samples }: Profile): Int32Array {
  const seen = new Uint8Array(stacks.length);
  const leaves = new Int32Array(stacks.length);
  let length = 0;
  for (const stack of samples.stack) {
    if (stack < 0 || seen[stack] === 1) continue;
    seen[stack] = 1;
    leaves[length++] = stack;
  }
  return leaves.subarray(0, length);
}

/** 1 for each stack that a sample has, whole or as its beginning. */
export function sampledStacks(profile: Profile): Uint8Array {
  const { stacks, samples } = profile;
  const sampled = new Uint8Array(stacks.length);
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? -1;
    if (stack >= 0) sampled[stack] = 1;
  }
  for (let i = stacks.length - 1; i >= 0; i--) {
    const prefix = stacks.prefix[i] ?? -1;
    if (sampled[i] === 1 && prefix >= 0) sampled[prefix] = 1;
  }
  return sampled;
}

function finishNodes(profile: Profile, table: ChildTable, nodeOfSample: Int32Array): CallNodes {
  const { size } = table;
  return {
    size,
    parent: table.parent.subarray(0, size),
    key: table.key.subarray(0, size),
    frame: table.frame.subarray(0, size),
    self: selfWeights(profile, nodeOfSample, size),
    nodeOfSample,
  };
}
