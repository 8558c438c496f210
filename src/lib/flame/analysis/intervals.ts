import { scoreInterval, usualZ } from './wilson-interval.ts';
import type { ShareInterval } from './wilson-interval.ts';

/**
 * Wilson's score interval for the share behind `k` of `n` independent samples (E. B. Wilson, JASA 22,
 * 1927). Unlike k/n ± z·s it stays inside 0..1 and is honest for small `k`. No samples: [0, 1].
 * Throws a RangeError when `k` is not in 0..n, or `confidence` not between 0 and 1.
 */
export function wilsonInterval(k: number, n: number, confidence = 0.95): ShareInterval {
  return scoreInterval(k, n, zOfConfidence(confidence));
}

/** Two proportions compared: shares of two profiles, or of one before and after. */
export interface ShareComparison {
  /** First share minus second, in -1..1. */
  readonly difference: number;
  /** 95% interval for the difference. */
  readonly interval: readonly [low: number, high: number];
  /** The difference in standard errors, under the hypothesis that both shares are the same. */
  readonly z: number;
  /** How often chance alone would give a difference at least as large, on either side. */
  readonly p: number;
}

/**
 * Compares `k1` of `n1` with `k2` of `n2` independent samples: the two-proportion z test with pooled
 * variance, and for the difference R. G. Newcombe's interval from two Wilson intervals (Statistics in
 * Medicine 17, 1998, method 10). An empty side says nothing: interval [-1, 1], p 1.
 */
export function compareShares(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
  confidence = 0.95,
): ShareComparison {
  const [low1, high1] = wilsonInterval(k1, n1, confidence);
  const [low2, high2] = wilsonInterval(k2, n2, confidence);
  if (n1 === 0 || n2 === 0) return { difference: 0, interval: [-1, 1], z: 0, p: 1 };
  const share1 = k1 / n1;
  const share2 = k2 / n2;
  const difference = share1 - share2;
  const pooled = (k1 + k2) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = error === 0 ? 0 : difference / error;
  return {
    difference,
    interval: [
      difference - Math.hypot(share1 - low1, high2 - share2),
      difference + Math.hypot(high1 - share1, share2 - low2),
    ],
    z,
    p: 2 * normalTail(Math.abs(z)),
  };
}

/**
 * Samples that give a share near `share` (default: the worst case, one half) an interval of
 * ± `halfWidth`: n = z²·p(1−p)/e².
 */
export function samplesNeeded(halfWidth: number, share = 0.5, confidence = 0.95): number {
  if (!(halfWidth > 0)) throw new RangeError(`half width ${halfWidth} is not above 0`);
  const z = zOfConfidence(confidence);
  return Math.ceil((z * z * share * (1 - share)) / (halfWidth * halfWidth));
}

/**
 * Samples on each side that show a change from `share1` to `share2` with this power (default 80%),
 * by a two-sided test at `1 − confidence` (J. L. Fleiss, Statistical Methods for Rates and
 * Proportions, without continuity correction). Infinity when the shares are the same.
 */
export function samplesToDetect(
  share1: number,
  share2: number,
  power = 0.8,
  confidence = 0.95,
): number {
  if (share1 === share2) return Infinity;
  const mean = (share1 + share2) / 2;
  const underNone = zOfConfidence(confidence) * Math.sqrt(2 * mean * (1 - mean));
  const underChange =
    normalQuantile(power) * Math.sqrt(share1 * (1 - share1) + share2 * (1 - share2));
  return Math.ceil(((underNone + underChange) / (share1 - share2)) ** 2);
}

/** Two-sided: 1.96 for 0.95. */
function zOfConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  }
  return confidence === 0.95 ? usualZ : normalQuantile((1 + confidence) / 2);
}

/**
 * Where the standard normal distribution reaches `p`. Newton's method from 0: the curve bends away
 * from its tangents there, so the steps only grow towards the answer.
 */
function normalQuantile(p: number): number {
  if (p < 0.5) return -normalQuantile(1 - p);
  let z = 0;
  for (let step = 0; step < 100; step++) {
    const slope = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const missing = p - (1 - normalTail(z));
    if (missing <= 1e-15) break;
    z += missing / slope;
  }
  return z;
}

/** Weight of the standard normal distribution above `z` >= 0. */
function normalTail(z: number): number {
  const x = z / Math.SQRT2;
  return x < 2 ? 0.5 - erfSeries(x) / 2 : erfcFraction(x) / 2;
}

/** Abramowitz & Stegun 7.1.5: quick for small x. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 100; n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Abramowitz & Stegun 7.1.14, a continued fraction: quick and exact far out, where 1 − erf is not. */
function erfcFraction(x: number): number {
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}
