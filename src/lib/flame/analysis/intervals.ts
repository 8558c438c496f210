/** Both ends of an interval for a share, in 0..1. */
export type ShareInterval = readonly [low: number, high: number];

/**
 * Wilson's score interval for the share behind `k` of `n` independent samples (E. B. Wilson, JASA 22,
 * 1927). Unlike k/n ± z·s it stays inside 0..1 and is honest for small `k`. No samples: [0, 1].
 * Throws a RangeError when `k` is not in 0..n, or `confidence` not between 0 and 1.
 */
export function wilsonInterval(k: number, n: number, confidence = 0.95): ShareInterval {
  checkCount(k, n);
  if (n === 0) return [0, 1];
  const z = zOfConfidence(confidence);
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

/** Two-sided: 1.96 for 0.95. */
export function zOfConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  }
  return normalQuantile((1 + confidence) / 2);
}

/**
 * Inverse of the standard normal distribution: P. J. Acklam's rational approximation (relative
 * error 1.15e-9), good for far more digits than a profile has.
 */
export function normalQuantile(p: number): number {
  if (p < 0.5) return -normalQuantile(1 - p);
  if (p >= 1) return Infinity;
  if (p > 0.97575) {
    const q = Math.sqrt(-2 * Math.log(1 - p));
    return -polynomial(q, tailNumerator) / polynomial(q, tailDenominator);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(r, middleNumerator) * q) / polynomial(r, middleDenominator);
}

/** Coefficients from the highest power down. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const middleNumerator = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239,
];
const middleDenominator = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1, 1,
];
const tailNumerator = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const tailDenominator = [
  7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1,
];
