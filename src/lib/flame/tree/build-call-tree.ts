import type { Profile } from '../model/profile.ts';
import type { CallNodes } from './call-nodes.ts';
import {
  mergeStacks,
  mergeStacksInverted,
  nodesOfStackTable,
  sampledStacks,
} from './call-nodes.ts';
import type { CallTree, SiblingOrder } from './call-tree.ts';
import type { FrameKeys, MergeBy } from '../model/frame-keys.ts';
import { rankFrames } from '../model/frame-keys.ts';
import { layOutNodes } from './lay-out-nodes.ts';
import { sortedCallTree, toTree } from './sorted-call-tree.ts';

/** How stacks are merged and ordered. */
export interface CallTreeOptions {
  /**
   * `name` (default): by code point, as flamegraph.pl and inferno draw (where one sibling's name
   * begins with another's, see `rankKeys`); `weight`: heaviest first, equal weights by name; `time`:
   * in the order in which the samples first show them.
   */
  readonly order?: SiblingOrder;
  /** Leaf-first: roots are the frames that were running, children their callers. */
  readonly inverted?: boolean;
  /**
   * A frame that calls itself directly is one node: `a;a;b` counts as `a;b`, as
   * stackcollapse-recursive.pl does. Recursion through others (`a;b;a`) stays as it is: taking the
   * loop out would hide a caller. (The transform `collapse-recursion` does that for one function.)
   */
  readonly mergeRecursion?: boolean;
  /** `name` (default), or `frame`: functions of one name stay apart by library, file and line. */
  readonly mergeBy?: MergeBy;
  /** Leaf-first only: frames kept of each stack, from the leaf. Further callers are cut off. */
  readonly maxDepth?: number;
  /** Leaf-first only: no further level is begun with as many nodes as this; 4 million by default. */
  readonly maxNodes?: number;
}

/**
 * Merges a profile's stacks into a call tree, in columns, in pre-order.
 *
 * Root-first costs linear time: a counting sort by parent, small sorts among siblings, then prefix
 * sums; the result is 26 bytes a node of whole weights, 38 of others. Where the stack table has one row a node already (importers intern
 * their stacks) nothing is looked up. Leaf-first has no shared prefixes to build on: it costs
 * (distinct sampled stacks × their depth), in time and in nodes, and is bounded: see `maxNodes`.
 *
 * A node's own (self) weight lies left of its children, as in flamegraph.pl and inferno. Samples
 * without frames count in `totalWeight` and have no node. A stack that no sample has gives no node.
 * In a leaf-first tree a sample ends at the last caller that is kept, so `self` is there, and the
 * self weight of a function is its root's `total`.
 */
export function buildCallTree(profile: Profile, options: CallTreeOptions = {}): CallTree {
  const { order = 'name', inverted = false, mergeRecursion = false } = options;
  if (order === 'name' && !inverted && !mergeRecursion) {
    const sorted = sortedCallTree(profile);
    if (sorted !== undefined) return sorted;
  }
  const keys = rankFrames(profile.frames, options.mergeBy ?? 'name');
  const asRecorded = nodesAsRecorded(profile, keys, options);
  const recordedRows = asRecorded && layOutNodes(asRecorded, keys, order);
  if (recordedRows !== undefined) return toTree(profile, recordedRows, { order, inverted });
  const { nodes, isCut } = mergedNodes(profile, keys, options);
  const rows = layOutNodes(nodes, keys, order);
  // Merged nodes have no two siblings of one key, which is the only reason to give nothing.
  if (rows === undefined) throw new Error('the call nodes are not merged');
  const tree = toTree(profile, rows, { order, inverted });
  return isCut ? { ...tree, cutDepth: rows.maxDepth } : tree;
}

/** The stack table, where it can be a call tree as it stands. */
function nodesAsRecorded(
  profile: Profile,
  keys: FrameKeys,
  { inverted = false, mergeRecursion = false }: CallTreeOptions,
): CallNodes | undefined {
  if (inverted || mergeRecursion || sampledStacks(profile).includes(0)) return undefined;
  return nodesOfStackTable(profile, keys);
}

const usualMaxNodes = 4_000_000;

function mergedNodes(profile: Profile, keys: FrameKeys, options: CallTreeOptions) {
  const { inverted = false, mergeRecursion = false } = options;
  if (!inverted) return { nodes: mergeStacks(profile, keys, mergeRecursion), isCut: false };
  const { maxDepth = Infinity, maxNodes = usualMaxNodes } = options;
  return mergeStacksInverted(profile, keys, mergeRecursion, { maxDepth, maxNodes });
}
