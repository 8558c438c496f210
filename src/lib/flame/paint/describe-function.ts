import type { FunctionTotal } from '../analysis/function-totals.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { intervalOf, noiseBelow } from './describe.ts';
import type { FrameFacts } from './describe.ts';

/**
 * The facts of a function wherever it is called, in the terms of one frame: `shareOfParent` is of everything too, since
 * its places have no caller in common. `whole` is a tree of the profile that the totals are of.
 */
export function factsOfFunction(
  whole: Pick<CallTree, 'unit' | 'totalWeight'>,
  { name, self, total }: FunctionTotal,
): FrameFacts {
  const { unit, totalWeight } = whole;
  const share = totalWeight === 0 ? 0 : total / totalWeight;
  const interval = intervalOf(total, totalWeight, unit);
  return {
    name,
    unit,
    self,
    total,
    share,
    shareOfParent: share,
    ...(interval === undefined ? {} : { interval }),
    isNoise: unit === 'samples' && total < noiseBelow(whole),
  };
}
