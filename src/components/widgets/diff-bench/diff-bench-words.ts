import type { Localized } from '../../../lib/i18n/index.ts';
import type { PipelineId } from './pipelines.ts';

export interface DiffBenchWords {
  readonly caption: string;
  readonly pipeline: string;
  readonly runs: Readonly<Record<PipelineId, string>>;
  readonly step: (step: number, of: number) => string;
  readonly back: string;
  readonly next: string;
  readonly same: (stacks: number) => string;
  readonly differ: (before: number, after: number, both: number) => string;
  readonly drawing: string;
  readonly normalise: string;
  readonly swap: string;
  readonly label: string;
  readonly noWidth: string;
  readonly nothing: string;
  readonly function: string;
  readonly first: string;
  readonly second: string;
  readonly note: string;
}

const en: DiffBenchWords = {
  caption: 'The pipeline, step by step, as it really ran',
  pipeline: 'Commands',
  runs: {
    literal: 'as the guide prints them',
    'own-files': 'with a file for each recording',
    corrected: 'with one name for both programs',
  },
  step: (step, of) => `Step ${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  same: (stacks) =>
    `At the end: the two folded files are the same, byte for byte, with ${stacks} stacks. Every change is zero.`,
  differ: (before, after, both) =>
    `At the end: ${before} stacks before, ${after} after, ${both} in both.${both === 0 ? ' Everything counts as new.' : ''}`,
  drawing:
    'What the corrected files look like: as wide as the second, coloured by the change of each frame itself',
  normalise: 'Scale the first to the total of the second (-n)',
  swap: 'Swap: the after first, the before second',
  label: 'Differential flame graph, as wide as the second profile',
  noWidth: 'Without a width here: ',
  nothing: 'nothing with five samples or more.',
  function: 'Function, by itself',
  first: 'first',
  second: 'second',
  note: 'Samples of the function itself; the first column is scaled if you asked for it.',
};

const zh: DiffBenchWords = {
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

export const diffBenchWords: Localized<DiffBenchWords> = { en, zh };
