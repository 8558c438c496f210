import type { QuizWords } from './words/en.ts';

/** The quiz's words in the page's language, and no others. */
export async function loadQuizWords(): Promise<QuizWords> {
  const isChinese = document.documentElement.lang.startsWith('zh');
  return isChinese ? (await import('./words/zh.ts')).zh : (await import('./words/en.ts')).en;
}
