import { gatherWords } from '../../i18n/index.ts';
import type { Wish } from '../advice/recipe-data.ts';

export interface AdviceWords {
  readonly intro: string;
  /** Where no caution asks for another recording. */
  readonly nothing: string;
  readonly wishes: Readonly<Record<Wish, { readonly title: string; readonly why: string }>>;
}

export const adviceWords = gatherWords<AdviceWords>(
  import.meta.glob('./advice-words/*.ts', { eager: true, import: 'words' }),
);
