import type { ImportWords } from '../import-words.ts';

/** The library's own sentences are English: none is translated here. */
export const words: ImportWords = {
  line: (number) => `line ${number}`,
  byte: (number) => `at byte ${number}`,
  places: (number, count) => (count === 1 ? 'in one place' : `in ${number} places`),
  sentence: (title) => `${title}.`,
  errors: [],
  issues: [],
  advice: [],
};
