import type { Localized } from '../../../lib/i18n/index.ts';

/** `{n}`, `{of}` and `{boxes}` are filled in by the element: words travel as plain data. */
export interface StackFolderWords {
  readonly caption: string;
  readonly back: string;
  readonly next: string;
  readonly play: string;
  readonly reverse: string;
  readonly pause: string;
  readonly progress: string;
  readonly samples: string;
  readonly folded: string;
  readonly sorted: string;
  readonly merged: string;
  readonly edit: string;
  readonly editHelp: string;
  readonly editLabel: string;
  readonly apply: string;
  readonly reset: string;
  readonly line: string;
  readonly kept: string;
  readonly done: string;
}

export const stackFolderWords: Localized<StackFolderWords> = {
  en: {
    caption: 'From samples to boxes',
    back: 'Back',
    next: 'Next',
    play: 'Play',
    reverse: 'Play backwards',
    pause: 'Pause',
    progress: 'Step {n} of {of}',
    samples: 'Samples. One column is one look, in the order of time, from left to right.',
    folded: 'Fold. Equal stacks become one line with a count. The order in time is gone.',
    sorted: 'Sort. The lines are ordered by name, so that equal callers stand side by side.',
    merged: 'Merge. Equal frames side by side become one box. Newest row: {boxes}.',
    edit: 'Change the samples',
    editHelp:
      'One stack a line, from the root, frames joined by “;”, then a space and how many looks found it. The order of the lines is the order in time.',
    editLabel: 'Samples, in the order of time',
    apply: 'Fold these',
    reset: 'The first samples again',
    line: 'Line {n}: ',
    kept: 'The picture still shows the samples before.',
    done: 'Read. The picture shows your samples.',
  },
  zh: {
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
  },
};

/** Twelve looks at a program that reads, then parses, then writes, and does so by turns. */
export const firstSamples = [
  'main;read 1',
  'main;read;copy 1',
  'main;parse 1',
  'main;parse;lookup 1',
  'main;parse 1',
  'main;write 1',
  'main;read;copy 1',
  'main;read 1',
  'main;parse;lookup 1',
  'main;read;copy 1',
  'main;write;copy 1',
  'main;read;copy 1',
].join('\n');
