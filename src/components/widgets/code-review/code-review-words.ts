import { gatherWords } from '../../../lib/i18n/index.ts';
import type { Fault, LineOutcome } from './review-line.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface CodeReviewWords {
  readonly caption: string;
  readonly task: string;
  readonly reason: string;
  readonly chooseReason: string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly outcomes: Readonly<Record<LineOutcome, string>>;
  readonly check: string;
  readonly again: string;
  readonly none: string;
  readonly result: string;
  readonly solved: string;
  readonly after: string;
}

export const codeReviewWords = gatherWords<CodeReviewWords>(
  import.meta.glob('./code-review-words/*.ts', { eager: true, import: 'words' }),
);
