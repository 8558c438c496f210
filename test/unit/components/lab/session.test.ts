import { describe, expect, it } from 'vitest';
import { keepingLimits, sessionsToErase } from '../../../../src/components/lab/session/session.ts';
import type { Session } from '../../../../src/components/lab/session/session.ts';

const session = (id: string, opened: number, bytes: number, kept: Session['kept'] = 'kept') =>
  ({ id, name: id, bytes, opened, profile: 0, view: null, notes: [], kept }) satisfies Session;
const ids = (sessions: readonly Session[]) => sessions.map(({ id }) => id);

describe('what is erased to keep the limits', () => {
  it('is nothing while they hold', () => {
    expect(sessionsToErase([session('a', 1, 100), session('b', 2, 100)])).toEqual([]);
  });

  it('is the oldest, where the files are too large together', () => {
    const half = keepingLimits.allBytes / 2;
    const sessions = [session('old', 1, half), session('new', 3, half), session('mid', 2, half)];
    expect(ids(sessionsToErase(sessions))).toEqual(['old']);
  });

  it('does not count files that the browser does not hold', () => {
    const sessions = [
      session('kept', 1, 100),
      session('large', 2, keepingLimits.allBytes * 2, 'too-large'),
    ];
    expect(sessionsToErase(sessions)).toEqual([]);
  });

  it('is the oldest, where there are too many', () => {
    const sessions = Array.from({ length: keepingLimits.sessions + 2 }, (_, i) =>
      session(String(i), i, 1),
    );
    expect(ids(sessionsToErase(sessions)).sort()).toEqual(['0', '1']);
  });
});
