import type { RebuildTreeWords } from '../rebuild-tree-words.ts';

export const words: RebuildTreeWords = {
  caption: '把树搭起来',
  standsOn: '放在',
  open: '还没有放',
  again: '重新开始',
  solve: '看调用栈里的样子',
  answer: '调用栈里的那棵树',
  tooWide: '不可能：{sum}。{frame} 放不到 {onto} 上。',
  circle: '不可能：{onto} 已经在 {frame} 上面了。',
  placed: '{frame} 放在 {onto} 上。{onto} 还剩 {left} 个样本。',
  takenOff: '{frame} 已取下。',
  right: '这就是调用栈里的那棵树，每个和都对得上。',
  allowedButWrong: '数字允许这棵树，但调用栈里是另一棵。再看看：{frames}。',
};
