import { gatherWords } from '../../lib/i18n/index.ts';
import type { words } from './practice-words/en.ts';

export type PracticeWords = typeof words;

export const practiceWords = gatherWords<PracticeWords>(
  import.meta.glob('./practice-words/*.ts', { eager: true, import: 'words' }),
);
