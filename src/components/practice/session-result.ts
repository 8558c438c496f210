import type { Outcome } from '../../lib/quiz/index.ts';

/** How one question of a session went. */
export interface SessionResult {
  readonly id: string;
  readonly outcome: Outcome | 'skipped';
  readonly earned: number;
  readonly of: number;
  readonly confidence?: number;
}
