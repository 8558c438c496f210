import { gatherWords } from '../../lib/i18n/index.ts';
import type { QuizWords } from './words/en.ts';

/** The words of all languages: for the server. A page loads its own, by `load-words.ts`. */
export const quizWords = gatherWords<QuizWords>(
  import.meta.glob('./words/*.ts', { eager: true, import: 'words' }),
);

export type { QuizWords };
