import { gatherWords } from '../../lib/i18n/index.ts';
import type { words } from './drill-words/en.ts';

export type DrillWords = typeof words;

export const drillWords = gatherWords<DrillWords>(
  import.meta.glob('./drill-words/*.ts', { eager: true, import: 'words' }),
);
