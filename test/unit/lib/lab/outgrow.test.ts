import { describe, expect, test } from 'vitest';
import { samplesNeeded } from '../../../../src/lib/flame/index.ts';
import { limits, outgrow, sayTooLarge } from '../../../../src/lib/lab/index.ts';

describe('where a browser tab is too small', () => {
  test('continuous profiling, long traces and other viewers have systems, each with a source', () => {
    const needs = outgrow('en');
    expect(needs.map(({ id }) => id)).toEqual(['continuous', 'traces', 'viewers']);
    for (const { name, url, sources } of needs.flatMap(({ systems }) => systems)) {
      expect(url, name).toMatch(/^https:\/\//);
      expect(sources.length, name).toBeGreaterThan(0);
    }
  });

  test('each of our exports is read by something', () => {
    const reads = outgrow('en').flatMap(({ systems }) => systems.flatMap((system) => system.reads));
    expect(new Set(reads)).toEqual(new Set(['folded', 'pprof', 'speedscope']));
  });

  test('both languages name the same systems', () => {
    const names = (locale: 'en' | 'zh') =>
      outgrow(locale).map(({ systems }) => systems.map(({ name, reads }) => [name, reads]));
    expect(names('zh')).toEqual(names('en'));
    for (const { need } of outgrow('zh')) expect(need.join('')).toMatch(/\p{Script=Han}/u);
  });
});

describe('a file beyond the limit', () => {
  test('is told its size, the limit, and how to make it smaller', () => {
    const { what, advice } = sayTooLarge(3 * 1024 ** 3, 'en');
    expect(what).toBe(
      'The file has 3 GiB; this page reads up to 512 MiB, since a browser tab can hold no more.',
    );
    expect(advice[0]?.join('')).toContain('stackcollapse-perf.pl');
    expect(sayTooLarge(limits.fileBytes + 1, 'zh').advice).toHaveLength(advice.length);
  });

  test('the number of samples that it advises is enough for what it says', () => {
    expect(samplesNeeded(0.01)).toBeLessThan(10_000);
  });
});
