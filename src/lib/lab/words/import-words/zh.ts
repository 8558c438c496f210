import type { ImportWords } from '../import-words.ts';
import { adviceSentences } from '../import-zh/advice.ts';
import { commonIssueSentences } from '../import-zh/common-issues.ts';
import { errorSentences } from '../import-zh/errors.ts';
import { otherIssueSentences } from '../import-zh/other-issues.ts';

export const words: ImportWords = {
  line: (number) => `第 ${number} 行`,
  byte: (number) => `第 ${number} 字节处`,
  places: (number) => `共 ${number} 处`,
  sentence: (title) => `${title}。`,
  errors: errorSentences,
  issues: [...commonIssueSentences, ...otherIssueSentences],
  advice: adviceSentences,
};
