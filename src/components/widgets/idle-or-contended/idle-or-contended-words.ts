import { gatherWords } from '../../../lib/i18n/index.ts';
import type { WaitKind } from './waits.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface IdleOrContendedWords {
  readonly caption: string;
  readonly task: string;
  readonly question: string;
  readonly kinds: Readonly<Record<WaitKind, string>>;
  readonly views: Readonly<Record<'on-cpu' | 'off-cpu', string>>;
  readonly right: string;
  readonly wrong: string;
  readonly done: string;
  readonly answer: string;
  readonly tower: string;
  /** By id of the case: whom the wait hurts, or why it hurts nobody. */
  readonly why: Readonly<Record<string, string>>;
}

export const idleOrContendedWords = gatherWords<IdleOrContendedWords>(
  import.meta.glob('./idle-or-contended-words/*.ts', { eager: true, import: 'words' }),
);
