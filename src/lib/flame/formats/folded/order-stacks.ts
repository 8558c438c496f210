import { rankFrames } from '../../model/frame-keys.ts';
import type { FrameTable, StackTable } from '../../model/profile.ts';
import { sortByPlace } from '../../model/sort-by-place.ts';
import type { FoldedScan } from './scan-folded.ts';

/**
 * The stacks of a scan in the order that they would have if its lines rose; `stackOfSample` is numbered
 * anew. Few files need it, and a page that shows small ones loads it when one does.
 */
export function orderStacks(
  scan: FoldedScan,
  frames: FrameTable,
  weight: Float64Array,
  stackOfSample: Int32Array,
): StackTable {
  const { keyOf, rank } = rankFrames(frames, 'name');
  // A name's place depends on whether the stack ends with it: see `rankKeys`.
  const place = new Int32Array(scan.stacks.size); // 1 where a stack ends, then the place
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] !== 0 && stackOfSample[i]! >= 0) place[stackOfSample[i]!] = 1; // i < length
  }
  for (let stack = 0; stack < place.length; stack++) {
    place[stack] = rank[keyOf[scan.stacks.frameOf(stack)]! * 2 + place[stack]!]!; // in range
  }
  const { stacks, rowOf } = scan.stacks.finishInOrder(place, sortByPlace);
  for (let i = 0; i < stackOfSample.length; i++) {
    const stack = stackOfSample[i]!; // i < length, and stacks are in the table
    if (stack >= 0) stackOfSample[i] = rowOf[stack]!;
  }
  return stacks;
}
