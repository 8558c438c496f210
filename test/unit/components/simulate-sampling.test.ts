import { describe, expect, test } from 'vitest';
import {
  countHolding,
  firstSettings,
  looksOf,
  recordSamples,
  settingsFromText,
  settingsToText,
  tidySettings,
} from '../../../src/components/widgets/sampling-simulator/simulate-sampling.ts';

const countOf = (settings: typeof firstSettings, name: string) =>
  recordSamples(settings).find((sampled) => sampled.name === name)?.count;

describe('a simulated recording', () => {
  test('gives every look to one function', () => {
    const counts = recordSamples(firstSettings).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(looksOf(firstSettings));
  });

  test('is repeated by a link with its seed, and differs with another', () => {
    const settings = { ...firstSettings, seconds: 20, periodic: true, seed: 7 };
    expect(settingsFromText(settingsToText(settings))).toEqual(settings);
    const irregular = { ...settings, periodic: false };
    expect(recordSamples(irregular)).toEqual(recordSamples({ ...irregular }));
    expect(recordSamples(irregular)).not.toEqual(recordSamples({ ...irregular, seed: 8 }));
  });

  test('brings a nonsensical link back into range', () => {
    expect(settingsFromText('')).toEqual(firstSettings);
    expect(settingsFromText('500-500-1-9999-x-0')).toEqual({
      ...firstSettings,
      parse: 98,
      send: 1,
      seconds: 60,
    });
    expect(tidySettings({ ...firstSettings, parse: 90, send: 90 }).send).toBe(9);
  });
});

describe('the interval', () => {
  test('holds the truth in about 95 of 100 recordings of an irregular program', () => {
    const [parse = 0] = countHolding({ ...firstSettings, rate: 99, seconds: 5 }, 400);
    expect(parse / 400).toBeGreaterThan(0.92);
    expect(parse / 400).toBeLessThan(0.98);
  });

  test('does not help in lockstep: one function gets all the samples', () => {
    const inStep = { ...firstSettings, rate: 100, seconds: 30, periodic: true };
    const counts = recordSamples(inStep).map(({ count }) => count);
    expect(Math.max(...counts)).toBe(looksOf(inStep));
    const [parse] = countHolding(inStep, 100);
    expect(parse).toBe(0);
  });

  test('comes right again at 99 Hz on the same periodic program', () => {
    const offStep = { ...firstSettings, rate: 99, seconds: 30, periodic: true };
    expect(countHolding(offStep, 50)[0]).toBe(50);
    expect(Math.abs((countOf(offStep, 'parse') ?? 0) / looksOf(offStep) - 0.44)).toBeLessThan(0.01);
  });
});
