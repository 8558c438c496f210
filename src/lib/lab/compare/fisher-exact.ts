/**
 * Fisher's exact test of two counts `k1` of `n1` and `k2` of `n2` (R. A. Fisher, Journal of the Royal
 * Statistical Society 85, 1922), two-sided: how often chance alone gives a table that is as improbable
 * or more. For whole numbers; takes as many steps as the smaller of hits and misses.
 */
export function fisherExact(k1: number, n1: number, k2: number, n2: number): number {
  const hits = k1 + k2;
  // Hits and misses change places without changing the question: the fewer are counted.
  if (hits > n1 + n2 - hits) return fisherExact(n1 - k1, n1, n2 - k2, n2);
  const first = Math.max(0, hits - n2);
  const last = Math.min(hits, n1);
  const logOf = (k: number) => logChoose(n1, k) + logChoose(n2, hits - k);
  const seen = logOf(k1);
  let all = 0;
  let extreme = 0;
  for (let k = first; k <= last; k++) {
    const odds = Math.exp(logOf(k) - seen);
    all += odds;
    if (odds <= 1 + 1e-7) extreme += odds; // of equal tables rounding must not lose one
  }
  return Number.isFinite(all) ? extreme / all : 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series (Abramowitz & Stegun 6.1.41); small numbers are multiplied out. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return Math.log(product);
  }
  const x = n + 1;
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
