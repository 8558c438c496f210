import { gatherWords } from '../../../lib/i18n/index.ts';
import type { RunJudgement } from './judge-runs.ts';

export interface IsItRealWords {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly again: string;
  readonly against: string;
  readonly otherVersion: string;
  readonly sameVersion: string;
  readonly run: (run: number) => string;
  readonly samples: (count: number) => string;
  readonly scale: (most: number) => string;
  readonly function: string;
  readonly runsTitle: string;
  readonly shareTitle: string;
  readonly empty: string;
  readonly runsSay: (judgement: RunJudgement) => string;
  readonly sharesSay: (judgement: RunJudgement) => string;
  readonly notProved: string;
  readonly limits: readonly string[];
}

export const isItRealWords = gatherWords<IsItRealWords>(
  import.meta.glob('./is-it-real-words/*.ts', { eager: true, import: 'words' }),
);
