/** Both ends of an interval for a share, in 0..1. */
export type ShareInterval = readonly [low: number, high: number];

/** Of a two-sided interval at 95%: nearly all are, and there is one for each frame that is pointed at. */
export const usualZ = 1.959963984540054;

/** `wilsonInterval` at 95%. */
export function usualInterval(k: number, n: number): ShareInterval {
  return scoreInterval(k, n, usualZ);
}

/** See `wilsonInterval`; `z` is how many standard errors it reaches to either side. */
export function scoreInterval(k: number, n: number, z: number): ShareInterval {
  checkCount(k, n);
  if (n === 0) return [0, 1];
  const share = k / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  // At the ends the square root cancels only up to rounding.
  const low = k === 0 ? 0 : Math.max(0, (middle - spread) / scale);
  const high = k === n ? 1 : Math.min(1, (middle + spread) / scale);
  return [low, high];
}

function checkCount(k: number, n: number): void {
  if (!(n >= 0) || !Number.isFinite(n)) throw new RangeError(`${n} is not a number of samples`);
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} is not a count out of ${n} samples`);
}
