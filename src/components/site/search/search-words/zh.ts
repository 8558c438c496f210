import type { SearchWords } from '../search-words.ts';

export const words: SearchWords = {
  title: '搜索',
  field: '搜索课程、术语和样本',
  close: '关闭',
  hint: '可以搜课文里的词、术语、程序名。题目的答案不在搜索范围内。',
  searching: '正在搜索……',
  found: (count, shown) => (count > shown ? `${count} 条结果，最相关的在前` : `${count} 条结果`),
  none: (query) => `没有找到“${query}”。少写几个字，或者换一个叫法试试。`,
  unreachable: '搜索索引没能加载。是不是断网了？你输入的内容还在。',
  again: '再试一次',
  ellipsis: '……',
  slashKey: '按 / 打开搜索',
  kinds: { lesson: '课程', sample: '样本', term: '术语', page: '页面' },
};
