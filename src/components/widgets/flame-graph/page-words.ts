import { gatherWords } from '../../../lib/i18n/index.ts';
import type { FlameWords } from './words/en.ts';

/** The words of all languages: for the server. A page loads its own, by `flame-words.ts`. */
export const flameWords = gatherWords<FlameWords>(
  import.meta.glob('./words/*.ts', { eager: true, import: 'words' }),
);
