import type { DiffBenchWords } from '../diff-bench-words.ts';

export const words: DiffBenchWords = {
  caption: '整条流水线，一步一步，都是真实运行的结果',
  pipeline: '命令',
  runs: {
    literal: '照指南原样',
    'own-files': '每次录制一个文件',
    corrected: '两个程序用同一个名字',
  },
  step: (step, of) => `第 ${step} 步，共 ${of} 步`,
  back: '上一步',
  next: '下一步',
  same: (stacks) => `结果：两个折叠文件逐字节相同，都是 ${stacks} 个栈，每处变化都是零。`,
  differ: (before, after, both) =>
    `结果：之前 ${before} 个栈，之后 ${after} 个，两边都有的 ${both} 个。${both === 0 ? '一切都算新出现的。' : ''}`,
  drawing: '改正后的文件画出来是这样：宽度取后一份，颜色是每个栈帧自己的变化',
  normalise: '把前一份缩放到后一份的总量（-n）',
  swap: '对调：“之后”放前面，“之前”放后面',
  label: '差分火焰图，宽度取后一份数据',
  noWidth: '在这里没有宽度的：',
  nothing: '没有（只看五个样本以上的）。',
  function: '函数（自身）',
  first: '前一份',
  second: '后一份',
  note: '数的是函数自身的样本；选了缩放时，前一列是缩放后的数。',
};
