import type { FrameTable, StackTable } from '../../model/profile.ts';
import type { FoldedScan } from './scan-folded.ts';

// Loaded whole: a bundle has a function for each name that is taken out of an import.
const loadOrder = () => import('./order-stacks.ts');

/** The stacks of the lines that were read, and the stack of each. */
interface ReadStacks {
  readonly stacks: StackTable;
  readonly stackOfSample: Int32Array;
  readonly isSorted: boolean;
}

/**
 * The stack table of a scan; where lines do not rise, with the stacks put into the order that they would
 * have if they did. They have to be ordered for a call tree anyway, and a tree of a sorted table
 * shares its columns: eight bytes a node less to keep.
 */
export async function sortedStacks(
  scan: FoldedScan,
  frames: FrameTable,
  weight: Float64Array,
): Promise<ReadStacks> {
  const stackOfSample = scan.stackOfSample.finish();
  const isExact = areExact(weight);
  if (scan.isSorted || scan.columns === 2 || !isExact) {
    return { stacks: scan.stacks.finish(), stackOfSample, isSorted: scan.isSorted && isExact };
  }
  const { orderStacks } = await loadOrder();
  const stacks = orderStacks(scan, frames, weight, stackOfSample);
  return { stacks, stackOfSample, isSorted: true };
}

/** Whether sums of the weights are the same in any order. */
function areExact(weights: Float64Array): boolean {
  let total = 0;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return false;
    total += weight;
  }
  return Number.isSafeInteger(total);
}
