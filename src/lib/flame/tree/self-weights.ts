import type { Profile } from '../model/profile.ts';

/** Weight of the samples that end in each node. */
export function selfWeights(
  profile: Profile,
  nodeOfSample: Int32Array,
  size: number,
): Float64Array {
  const { weight } = profile.samples;
  const self = new Float64Array(size);
  for (let i = 0; i < weight.length; i++) {
    const node = nodeOfSample[i] ?? -1;
    if (node >= 0) self[node] = (self[node] ?? 0) + (weight[i] ?? 0);
  }
  return self;
}
