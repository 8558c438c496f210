import type { StackFolderWords } from '../stack-folder-words.ts';

export const words: StackFolderWords = {
  caption: '从样本到方框',
  back: '上一步',
  next: '下一步',
  play: '播放',
  reverse: '倒着播放',
  pause: '暂停',
  progress: '第 {n} 步，共 {of} 步',
  samples: '采样。一列就是看了一眼，从左到右按时间排列。',
  folded: '折叠。相同的栈合成一行并计数，时间上的先后就此丢掉。',
  sorted: '排序。各行按名字排列，让相同的调用者挨在一起。',
  merged: '合并。相邻的相同栈帧合成一个方框。刚合并的一行：{boxes}。',
  edit: '修改样本',
  editHelp:
    '每行一个栈，从根写起，栈帧之间用“;”连接，然后空一格，写看到了几次。行的先后就是时间的先后。',
  editLabel: '样本，按时间先后',
  apply: '折叠这些样本',
  reset: '恢复最初的样本',
  line: '第 {n} 行：',
  kept: '图上仍是之前的样本。',
  done: '已读入，图上就是你的样本。',
};
