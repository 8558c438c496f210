import { gatherWords } from '../../lib/i18n/index.ts';
import type { words } from './mock-words/en.ts';

export type MockWords = typeof words;

export const mockWords = gatherWords<MockWords>(
  import.meta.glob('./mock-words/*.ts', { eager: true, import: 'words' }),
);
