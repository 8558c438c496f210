/**
 * Weights, or edges in weight units, by row. Counts of samples take half the memory: see
 * `narrowWeights`. Arithmetic on a value is safe; `map` and `from` of the same kind are not, where
 * the results can be broken or below zero.
 */
export type WeightColumn = Float64Array | Uint32Array;

/**
 * Levels by row: 16 bits, but in stacks of more than 65,536 frames and where callers are below 0; 8 bits in a comparison,
 * which has many more columns, if these suffice.
 */
export type DepthColumn = Int32Array | Uint16Array | Uint8Array;

const deepest16 = 0xffff;
const heaviest32 = 0xffff_ffff;

/**
 * The weights of their own of all rows, as 32 bits each where these hold them and every sum of them:
 * where they are whole, not below zero, and all together below 2³².
 */
export function narrowWeights(self: Float64Array): WeightColumn {
  let sum = 0;
  for (let i = 0; i < self.length; i++) {
    const weight = self[i]!; // i < length
    if (!(weight >= 0) || !Number.isInteger(weight)) return self;
    sum += weight;
  }
  return sum <= heaviest32 ? new Uint32Array(self) : self;
}

/** A column of zeros for sums of such weights. */
export function weightsLike(column: WeightColumn, size: number): WeightColumn {
  return column instanceof Uint32Array ? new Uint32Array(size) : new Float64Array(size);
}

export function narrowDepths(depth: Int32Array, maxDepth: number): DepthColumn {
  return maxDepth - 1 <= deepest16 ? new Uint16Array(depth) : depth;
}
