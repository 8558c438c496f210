import type { Localized } from '../../../lib/i18n/index.ts';

/** The words of the search itself; the button that opens it is in the site's own words. */
export interface SearchWords {
  readonly title: string;
  readonly field: string;
  readonly close: string;
  /** Before anything is typed. */
  readonly hint: string;
  readonly searching: string;
  readonly found: (count: number, shown: number) => string;
  readonly none: (query: string) => string;
  readonly unreachable: string;
  readonly again: string;
  readonly slashKey: string;
  readonly kinds: Readonly<Record<'lesson' | 'sample' | 'term' | 'page', string>>;
}

export const searchWords: Localized<SearchWords> = {
  en: {
    title: 'Search',
    field: 'Search lessons, terms and samples',
    close: 'Close',
    hint: 'A word of a lesson, a term, a program. Answers to questions are not searched.',
    searching: 'Searching…',
    found: (count, shown) =>
      count === 1
        ? '1 result'
        : count > shown
          ? `${count} results, best first`
          : `${count} results`,
    none: (query) => `Nothing has “${query}” in it. Try fewer words, or a term’s other name.`,
    unreachable: 'The search index could not be loaded. Are you offline? What you typed is kept.',
    again: 'Try again',
    slashKey: 'The key / opens the search',
    kinds: { lesson: 'Lesson', sample: 'Sample', term: 'Term', page: 'Page' },
  },
  zh: {
    title: '搜索',
    field: '搜索课程、术语和样本',
    close: '关闭',
    hint: '可以搜课文里的词、术语、程序名。题目的答案不在搜索范围内。',
    searching: '正在搜索……',
    found: (count, shown) => (count > shown ? `${count} 条结果，最相关的在前` : `${count} 条结果`),
    none: (query) => `没有找到“${query}”。少写几个字，或者换一个叫法试试。`,
    unreachable: '搜索索引没能加载。是不是断网了？你输入的内容还在。',
    again: '再试一次',
    slashKey: '按 / 打开搜索',
    kinds: { lesson: '课程', sample: '样本', term: '术语', page: '页面' },
  },
};
