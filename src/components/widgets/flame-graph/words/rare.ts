import { rareEn } from './rare-en.ts';
import type { RareWords } from './rare-en.ts';
import { rareZh } from './rare-zh.ts';

/** Words of views, steps, actions and files, in the page's language. */
export function rareWords(locale: 'en' | 'zh'): RareWords {
  return locale === 'zh' ? rareZh : rareEn;
}

export type { RareWords };
