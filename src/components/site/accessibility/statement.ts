import { gatherWords } from '../../../lib/i18n/index.ts';

export interface Statement {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly {
    readonly title: string;
    readonly text?: string;
    readonly items: readonly string[];
  }[];
}

/** What was tested, how, and what is known not to work: said only where a test or a person did it. */
export const statement = gatherWords<Statement>(
  import.meta.glob('./statement/*.ts', { eager: true, import: 'words' }),
);
