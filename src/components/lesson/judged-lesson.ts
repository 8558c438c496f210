import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Locale } from '../../lib/i18n/index.ts';
import type { ClaimSummary } from '../../lib/site/claims.ts';

/** A lesson as the annotated guide needs it: its claims, what its figures are about, and its text. */
export interface JudgedLesson {
  readonly id: string;
  readonly section: string;
  /** What it is written in, and the `lang` that its words need on the page. */
  readonly written: Locale;
  readonly lang: string | undefined;
  readonly sample: string | undefined;
  readonly after: string | undefined;
  readonly claims: readonly ClaimSummary[];
  readonly Content: AstroComponentFactory;
}
