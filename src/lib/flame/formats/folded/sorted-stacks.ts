import { rankFrames } from '../../model/frame-keys.ts';
import type { FrameTable, StackTable } from '../../model/profile.ts';
import type { FoldedScan } from './scan-folded.ts';

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
export function sortedStacks(
  scan: FoldedScan,
  frames: FrameTable,
  weight: Float64Array,
): ReadStacks {
  const stackOfSample = scan.stackOfSample.finish();
  const isExact = areExact(weight);
  if (scan.isSorted || scan.columns === 2 || !isExact) {
    return { stacks: scan.stacks.finish(), stackOfSample, isSorted: scan.isSorted && isExact };
  }
  const { keyOf, rank } = rankFrames(frames, 'name');
  // A name's place depends on whether the stack ends with it: see `rankKeys`.
  const place = new Int32Array(scan.stacks.size); // 1 where a stack ends, then the place
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] !== 0 && stackOfSample[i]! >= 0) place[stackOfSample[i]!] = 1; // i < length
  }
  for (let stack = 0; stack < place.length; stack++) {
    place[stack] = rank[keyOf[scan.stacks.frameOf(stack)]! * 2 + place[stack]!]!; // in range
  }
  const { stacks, rowOf } = scan.stacks.finishInOrder(place);
  for (let i = 0; i < stackOfSample.length; i++) {
    const stack = stackOfSample[i]!; // i < length, and stacks are in the table
    if (stack >= 0) stackOfSample[i] = rowOf[stack]!;
  }
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
