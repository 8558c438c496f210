import type { Attempt } from '../../lib/quiz/index.ts';

/** A mock interview as it stands: enough to go on after a reload or a crash. */
export interface MockState {
  readonly ids: readonly string[];
  /** Milliseconds; 0 for no clock. */
  readonly limit: number;
  used: number;
  current: number;
  readonly answers: Record<string, MockAnswer>;
}

export interface MockAnswer {
  attempt?: Attempt;
  confidence?: 1 | 2 | 3;
  isFlagged?: boolean;
  /** Time on this question, in milliseconds. */
  ms: number;
}

const storageKey = 'flamewise-mock';

export function keepMock(state: MockState): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // Without a storage a reload starts afresh; the interview itself goes on.
  }
}

export function forgetMock(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept either.
  }
}

/** The unfinished interview of this browser; `undefined` for none, or for nonsense. */
export function recallMock(known: ReadonlySet<string>): MockState | undefined {
  try {
    const state = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as MockState | null;
    if (state === null || !Array.isArray(state.ids) || state.ids.length === 0) return undefined;
    if (!state.ids.every((id) => known.has(id))) return undefined;
    if (typeof state.answers !== 'object' || state.answers === null) return undefined;
    if (!Number.isFinite(state.used) || !Number.isFinite(state.limit)) return undefined;
    const current = Number.isInteger(state.current) ? state.current : 0;
    return { ...state, current: Math.min(Math.max(current, 0), state.ids.length - 1) };
  } catch {
    return undefined;
  }
}
