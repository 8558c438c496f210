import type { Locale } from '../../i18n/index.ts';
import { saidInEnglish } from './said-en.ts';
import type { SaidWords } from './said-words.ts';
import { saidInChinese } from './said-zh.ts';

export function saidWords(locale: Locale): SaidWords {
  return locale === 'zh' ? saidInChinese : saidInEnglish;
}
