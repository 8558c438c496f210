import type { AnswerMode } from '../../lib/progress/index.ts';
import type { SessionResult } from './session-result.ts';

/** A session of practice as it stood when the page was left. */
export interface KeptSession {
  readonly mode: AnswerMode;
  readonly ids: readonly string[];
  readonly results: readonly SessionResult[];
}

const storageKey = 'flamewise-session';

/** Remembers a session in this tab; where the browser allows no storage, a reload starts afresh. */
export function keepSession(session: KeptSession): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(session));
  } catch {
    // The answers themselves are in the log.
  }
}

export function forgetSession(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept either.
  }
}

/** The session of this tab that was not finished; `undefined` for none, or for nonsense. */
export function recallSession(): KeptSession | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as KeptSession | null;
    if (kept === null || !Array.isArray(kept.ids) || !Array.isArray(kept.results)) return undefined;
    return kept.results.length < kept.ids.length ? kept : undefined;
  } catch {
    return undefined;
  }
}
