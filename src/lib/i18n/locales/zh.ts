import type { Language } from './language.ts';

export const zh: Language = {
  code: 'zh',
  tag: 'zh-Hans',
  preview: 'zh_CN',
  name: '中文',
  joints: {
    colon: '：',
    list: '、',
    clauses: '；',
    facts: '·',
    sentences: '',
    aside: ['（', '）'],
  },
  isWhole: true,
};
