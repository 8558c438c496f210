import { describe, expect, it } from 'vitest';
import { readingEvent, readingOf } from '../../../../src/lib/progress/index.ts';
import type { ProgressEvent } from '../../../../src/lib/progress/index.ts';

const place = { section: 'claims', part: 4, of: 7, furthest: 5 };

function eventsOf(...values: readonly unknown[]): ProgressEvent[] {
  return values.map((value, at) => ({
    ...readingEvent('1-1-overview', place),
    value,
    schema: 1,
    id: String(at),
    at,
  })) as ProgressEvent[];
}

describe('how far a lesson was read', () => {
  it('is the last place of that lesson', () => {
    const later = { ...place, section: 'practise', part: 5 };
    expect(readingOf(eventsOf(place, later), '1-1-overview')).toEqual(later);
    expect(readingOf(eventsOf(place), '1-2-hot-frames')).toBeUndefined();
  });

  it.each([
    [null],
    ['claims'],
    [[place]],
    [{ ...place, section: '' }],
    [{ ...place, part: 0 }],
    [{ ...place, part: 8 }],
    [{ ...place, furthest: 3 }],
    [{ ...place, furthest: 1e9, of: 1e9 }],
  ])('is nothing where %j is stored', (value) => {
    expect(readingOf(eventsOf(value), '1-1-overview')).toBeUndefined();
  });
});
