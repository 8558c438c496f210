import type { ToolSortWords } from '../tool-sort-words.ts';

export const words: ToolSortWords = {
  caption: '哪个问题，用哪样工具？',
  task: '六个别人可能会问的问题。为每个问题选出你最先要看的数据。我们录过的，就给你看这样工具眼里同一个程序的样子，选错了也给看。',
  drag: '也可以把问题拖到工具上。',
  shelves: '各个问题现在的位置',
  choose: '最先看',
  fits: {
    right: '对，先看它。',
    partly: '有帮助，但不该先看。',
    wrong: '它回答不了。',
  },
  picture: '{tool}录到的：{title}',
  counted: '{n} 次分配',
  answer: '答案：{tool}',
  done: '{all} 个问题里，有 {right} 个找对了工具。',
  again: '重来',
};
