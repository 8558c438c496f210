import { describe, expect, it } from 'vitest';
import { callBetween, MockClock } from '../../../src/components/practice/mock-clock.ts';
import { daysUntil } from '../../../src/components/practice/interview-date.ts';

const minute = 60_000;

describe('the clock of a mock interview', () => {
  it('counts what is used, not what is paused', () => {
    const clock = new MockClock(1000);
    clock.start(0);
    clock.pause(500);
    clock.start(9000);
    expect(clock.used(9100)).toBe(1600);
    expect(clock.isRunning).toBe(true);
  });

  it.each([
    [0, 9.9, 20, undefined],
    [9, 10, 20, 'half'],
    [14, 15.1, 20, 'five'],
    [18.5, 19.2, 20, 'one'],
    [19.5, 21, 20, 'timeUp'],
    [21, 22, 20, undefined],
    [4.9, 5, 10, 'half'],
    [0, 60, 20, 'timeUp'],
    [0, 60, 0, undefined],
  ])('between %d and %d of %d minutes it says %s', (before, after, limit, call) => {
    expect(callBetween(before * minute, after * minute, limit * minute)).toBe(call);
  });
});

describe('days until the interview', () => {
  it.each([
    ['2026-08-10', 0],
    ['2026-08-11', 1],
    ['2026-08-09', -1],
    ['2026-09-10', 31],
  ])('%s is in %d days, whatever the hour', (date, days) => {
    for (const hour of [0, 9, 23]) {
      const now = new Date(2026, 7, 10, hour, 30).getTime();
      expect(daysUntil(date, now)).toBe(days);
    }
  });
});
