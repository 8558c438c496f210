import type { Localized } from '../../lib/i18n/index.ts';
import { en } from './words/en.ts';
import type { QuizWords } from './words/en.ts';
import { zh } from './words/zh.ts';

/** The words of both languages: for the server. A page loads its own, by `load-words.ts`. */
export const quizWords: Localized<QuizWords> = { en, zh };

export type { QuizWords };
