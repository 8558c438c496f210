import { wilsonInterval, type ShareInterval } from '../../../lib/flame/index.ts';
import { randomOf } from '../../../lib/quiz/index.ts';

export const rates = [49, 99, 100, 997] as const;
/** Length of a round of the periodic program: a hundred rounds a second. */
const roundSeconds = 0.01;
/** Share of the function that is nearly never met, in per cent. */
export const rareShare = 1;

/** What the reader sets. Shares are in per cent; `rest` is what the others leave. */
export interface SamplingSettings {
  readonly parse: number;
  readonly send: number;
  /** Looks a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Works in exact rounds of 10 ms, or by chance at each moment. */
  readonly periodic: boolean;
  readonly seed: number;
}

export const firstSettings: SamplingSettings = {
  parse: 44,
  send: 14,
  rate: 49,
  seconds: 1,
  periodic: false,
  seed: 1,
};

/** One function: what is true, and what a recording found. Shares are in 0..1. */
export interface SampledFunction {
  readonly name: string;
  readonly truth: number;
  readonly count: number;
  readonly share: number;
  readonly interval: ShareInterval;
  /** Whether the interval holds the true share. */
  readonly holds: boolean;
}

/** True shares in 0..1, in the order in which a round goes through the functions. */
export function trueShares({ parse, send }: SamplingSettings): [name: string, share: number][] {
  const rest = 100 - parse - send - rareShare;
  return [
    ['parse', parse / 100],
    ['send', send / 100],
    ['rare', rareShare / 100],
    ['rest', rest / 100],
  ];
}

/** Looks of one recording. */
export function looksOf({ rate, seconds }: SamplingSettings): number {
  return Math.round(rate * seconds);
}

/** One recording. The same settings, seed and run give the same samples. */
export function recordSamples(settings: SamplingSettings, run = 0): SampledFunction[] {
  const looks = looksOf(settings);
  const shares = trueShares(settings);
  const counts = shares.map(() => 0);
  const positionOf = positionsOf(settings, run);
  for (let look = 0; look < looks; look++) {
    const at = functionAt(shares, positionOf(look));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return shares.map(([name, truth], index) => {
    const count = counts[index] ?? 0;
    const interval = wilsonInterval(count, looks);
    const holds = interval[0] <= truth && truth <= interval[1];
    return { name, truth, count, share: count / looks, interval, holds };
  });
}

/** Where in a round a look falls, in 0..1: at random, or by the clock from a random start. */
function positionsOf({ periodic, rate, seed }: SamplingSettings, run: number) {
  const random = randomOf(`sampling:${seed}:${run}`);
  if (!periodic) return () => random();
  const start = random();
  return (look: number) => (start + look / rate / roundSeconds) % 1;
}

function functionAt(shares: readonly (readonly [string, number])[], position: number): number {
  let edge = 0;
  const found = shares.findIndex(([, share]) => position < (edge += share));
  // The shares add up to 1 but for rounding.
  return found === -1 ? shares.length - 1 : found;
}

/** In how many of `runs` recordings each function's interval holds its true share. */
export function countHolding(settings: SamplingSettings, runs: number): number[] {
  const held = trueShares(settings).map(() => 0);
  for (let run = 0; run < runs; run++) {
    recordSamples(settings, run).forEach(({ holds }, index) => {
      if (holds) held[index] = (held[index] ?? 0) + 1;
    });
  }
  return held;
}

/** The settings as a link holds them: `44-14-49-1-p-7`. */
export function settingsToText({ parse, send, rate, seconds, periodic, seed }: SamplingSettings) {
  return [parse, send, rate, seconds, periodic ? 'p' : 'r', seed].join('-');
}

/** Reads what `settingsToText` wrote; every part that makes no sense is as at first. */
export function settingsFromText(text: string): SamplingSettings {
  const [parse, send, rate, seconds, kind, seed] = text.split('-');
  return tidySettings({
    parse: numberOf(parse, firstSettings.parse),
    send: numberOf(send, firstSettings.send),
    rate: numberOf(rate, firstSettings.rate),
    seconds: numberOf(seconds, firstSettings.seconds),
    periodic: kind === 'p',
    seed: numberOf(seed, firstSettings.seed),
  });
}

function numberOf(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? otherwise : value;
}

/** Whole numbers in the ranges of the fields; shares never add up to more than there is. */
export function tidySettings(settings: SamplingSettings): SamplingSettings {
  const within = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(value)));
  const parse = within(settings.parse, 0, 98);
  return {
    parse,
    send: within(settings.send, 0, 99 - parse),
    rate: rates.find((rate) => rate === settings.rate) ?? firstSettings.rate,
    seconds: within(settings.seconds, 1, 60),
    periodic: settings.periodic,
    seed: within(settings.seed, 1, 999_999),
  };
}
