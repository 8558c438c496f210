import { gatherWords } from '../../i18n/index.ts';

export interface LimitWords {
  readonly what: (size: string, limit: string) => string;
  /** The first helps most; each is complete in itself. */
  readonly advice: readonly string[];
}

export const limitWords = gatherWords<LimitWords>(
  import.meta.glob('./limit-words/*.ts', { eager: true, import: 'words' }),
);
