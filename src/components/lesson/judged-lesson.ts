import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ClaimSummary } from '../../lib/site/claims.ts';

/** A lesson as the annotated guide needs it: its claims, what its figures are about, and its text. */
export interface JudgedLesson {
  readonly id: string;
  readonly section: string;
  readonly sample: string | undefined;
  readonly after: string | undefined;
  readonly claims: readonly ClaimSummary[];
  readonly Content: AstroComponentFactory;
}
