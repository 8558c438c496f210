import { gatherWords } from '../../../lib/i18n/index.ts';

/** The words of the search itself; the button that opens it is in the site's own words. */
export interface SearchWords {
  readonly title: string;
  readonly field: string;
  readonly close: string;
  /** Before anything is typed. */
  readonly hint: string;
  readonly searching: string;
  readonly found: (count: number, shown: number) => string;
  readonly none: (query: string) => string;
  readonly unreachable: string;
  readonly again: string;
  readonly slashKey: string;
  /** Where an excerpt leaves out what stands before or behind it. */
  readonly ellipsis: string;
  readonly kinds: Readonly<Record<'lesson' | 'sample' | 'term' | 'page', string>>;
}

export const searchWords = gatherWords<SearchWords>(
  import.meta.glob('./search-words/*.ts', { eager: true, import: 'words' }),
);
