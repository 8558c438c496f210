import { describe, expect, it } from 'vitest';
import { firstProfile, orderProfiles } from '../../../../src/components/lab/open/order-profiles.ts';
import type { ProfileSummary } from '../../../../src/components/lab/worker/lab-messages.ts';

const profiles = (...list: [string, ProfileSummary['unit'], number][]): ProfileSummary[] =>
  list.map(([name, unit, totalWeight], index) => ({ index, name, unit, totalWeight, rows: 1 }));
const names = (list: readonly ProfileSummary[]) => list.map(({ name }) => name);

describe('the order of a file’s profiles', () => {
  it('is by weight, the largest first, and by place where they weigh the same', () => {
    const list = profiles(['a', 'samples', 3], ['b', 'samples', 9], ['c', 'samples', 3]);
    expect(names(orderProfiles(list))).toEqual(['b', 'a', 'c']);
    expect(firstProfile(list, false)).toBe(1);
  });

  it('does not set nanoseconds against samples', () => {
    const list = profiles(
      ['few', 'samples', 2],
      ['long', 'nanoseconds', 9e9],
      ['many', 'samples', 5],
    );
    expect(names(orderProfiles(list))).toEqual(['many', 'few', 'long']);
  });

  it('puts what weighs nothing last', () => {
    const list = profiles(['none', 'samples', 0], ['some', 'bytes', 5]);
    expect(names(orderProfiles(list))).toEqual(['some', 'none']);
  });

  it('shows of a sample the first of its file, as everywhere on the site', () => {
    expect(firstProfile(profiles(['a', 'samples', 1], ['b', 'samples', 9]), true)).toBe(0);
  });
});
