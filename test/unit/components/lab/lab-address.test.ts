import { describe, expect, it } from 'vitest';
import {
  isSamePlace,
  queryOf,
  readAddress,
} from '../../../../src/components/lab/open/lab-address.ts';

describe('the lab’s address', () => {
  it.each([
    ['', {}],
    ['?sample=a', { before: { kind: 'sample', id: 'a' } }],
    ['?session=x&profile=2', { before: { kind: 'session', id: 'x', profile: 2 } }],
    [
      '?sample=a&after=b',
      { before: { kind: 'sample', id: 'a' }, after: { kind: 'sample', id: 'b' } },
    ],
    [
      '?session=x&after=b&after-profile=1',
      {
        before: { kind: 'session', id: 'x' },
        after: { kind: 'sample', id: 'b', profile: 1 },
      },
    ],
    ['?after=b', {}], // nothing to compare it with
    ['?sample=a&profile=-1', { before: { kind: 'sample', id: 'a' } }],
    ['?sample=a&profile=x', { before: { kind: 'sample', id: 'a' } }],
  ])('reads %s', (query, address) => {
    expect(readAddress(query)).toEqual(address);
  });

  it.each(['?sample=a', '?session=x&profile=2', '?sample=a&after=b', '?session=x&after-session=y'])(
    'writes %s as it reads it, and keeps what is not its own',
    (query) => {
      expect(queryOf(readAddress(query), '')).toBe(query);
      const kept = new URLSearchParams(queryOf(readAddress(query), '?utm=1&search=old&sample=z'));
      expect(kept.get('utm')).toBe('1');
      expect(kept.has('search')).toBe(false); // the view of another graph
      expect(readAddress(kept.toString())).toEqual(readAddress(query));
    },
  );

  it('knows the same place in another view', () => {
    const at = (query: string) => readAddress(query);
    expect(isSamePlace(at('?sample=a&search=x'), at('?sample=a'))).toBe(true);
    expect(isSamePlace(at('?sample=a&profile=1'), at('?sample=a'))).toBe(false);
    expect(isSamePlace(at('?sample=a&after=b'), at('?sample=a'))).toBe(false);
  });
});
