import type { LabWords } from './en.ts';

export type { LabWords };

/** Only the words of the page's language are loaded. */
export async function loadLabWords(locale: 'en' | 'zh'): Promise<LabWords> {
  return locale === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}
