import type { FlameWords } from './words/en.ts';

/** The language an element stands in: what the nearest `lang` says, English where it is neither. */
export function localeOf(element: Element): 'en' | 'zh' {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return lang.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Only the words of the page's language are loaded. */
export async function loadWords(locale: 'en' | 'zh'): Promise<FlameWords> {
  return locale === 'zh' ? (await import('./words/zh.ts')).zh : (await import('./words/en.ts')).en;
}

export type { FlameWords };
