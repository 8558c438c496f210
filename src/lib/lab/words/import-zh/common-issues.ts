import type { Sentence } from './sentence.ts';

const leftOut = '已略去';

/** What an import says of folded stacks, perf script, pprof, Chrome traces and speedscope. */
export const commonIssueSentences: readonly Sentence[] = [
  // folded stacks
  [/^A comment\. The line was skipped\.$/, '注释行，已跳过。'],
  [/^No weight at the end of the line\. The line was skipped\.$/, '行末没有权重，已跳过这一行。'],
  [/^One weight: it counts before and after\.$/, '只有一个权重：之前和之后都按它算。'],
  [
    /^The weight is negative, or no finite number\. The line was skipped\.$/,
    '权重是负数或不是有限的数，已跳过这一行。',
  ],
  [/^The weight is 0: the stack is kept, with no width\.$/, '权重为 0：保留调用栈，但没有宽度。'],
  [
    /^Most lines end in two weights: they were read as before and after\.$/,
    '多数行以两个权重结尾：读成之前和之后两份。',
  ],
  [
    /^Some weights are fractions: they are read as counts, not as samples\.$/,
    '有些权重是小数：按计数来读，不当作样本数。',
  ],
  [
    /^The weights are too large to count samples: they are read as counts, not as samples\.$/,
    '权重太大，不可能是样本数：按计数来读。',
  ],
  [
    /^All weights are multiples of (\d+), like periods: they are read as counts, not as samples\.$/,
    '所有权重都是 $1 的倍数，像是周期：按计数来读，不当作样本数。',
  ],
  [
    /^A weight is above 2\^53, where numbers are rounded: sums may be off in the last digits\.$/,
    '有权重超过 2^53，数会舍入：合计的末几位可能不准。',
  ],
  [
    /^A ";" inside \[ \] belongs to the name: it was read as one frame\.$/,
    '[ ] 里的“;”属于名字本身：读成了一帧。',
  ],
  [
    /^A ";" may have cut this name in two: it was read as two frames\.$/,
    '这个名字可能被“;”切成了两段：读成了两帧。',
  ],
  [
    /^Some bytes are not UTF-8\. They were read as U\+FFFD\.$/,
    '有些字节不是 UTF-8，读成了 U+FFFD。',
  ],
  [
    /^The gzip data is damaged or cut short: only the first (\d+) unpacked bytes could be read\.$/,
    'gzip 数据已损坏或不完整：只读到解压后的前 $1 字节。',
  ],
  // perf script
  [
    /^The file ends in the middle of a line\. Its last sample may lack frames\.$/,
    '文件在一行中间断了，最后一个样本可能缺栈帧。',
  ],
  [/^This line stands outside of any sample\. It was skipped\.$/, '这一行不属于任何样本，已跳过。'],
  [/^This line is no frame\. It was skipped\.$/, '这一行不是栈帧，已跳过。'],
  [
    /^perf lost (\d+) events here while recording\. They are in no profile\.$/,
    'perf 录制时在这里丢了 $1 个事件，它们不在任何剖析里。',
  ],
  [
    /^There are more than (\d+) kinds of event\. This one was put with the nameless\.$/,
    '事件超过 $1 种，这一种并入无名事件。',
  ],
  [
    /^The samples of (.*) are not in the order of their times\. The times were left out\.$/s,
    '$1 的样本不按时间排列，没有采用时间。',
  ],
  [
    /^(\d+) samples of (.*) have no period\. Each was counted as 1\.$/s,
    '$2 有 $1 个样本没有周期，每个按 1 计。',
  ],
  [
    /^(\d+) samples of (.*) have a period above 2\^64, which perf cannot count\. Each was counted as 1\.$/s,
    '$2 有 $1 个样本的周期超过 2^64，perf 不可能数到这么大，每个按 1 计。',
  ],
  [
    /^The arguments were cut off (\d+) function names of (.*), as stackcollapse-perf\.pl does\.$/s,
    '$2 有 $1 个函数名略去了参数，和 stackcollapse-perf.pl 一样。',
  ],
  // pprof
  [
    /^The file has (\d+) types of sample, far more than any profiler writes: only the first (\d+) were read\.$/,
    '文件有 $1 种样本类型，远多于任何剖析器会写的：只读了前 $2 种。',
  ],
  [/^A sample is damaged \((.*)\)\. It was left out\.$/s, `有一个样本已损坏（$1），${leftOut}。`],
  [
    /^A part of the file is damaged \((.*)\)\. It was left out\.$/s,
    `文件有一部分已损坏（$1），${leftOut}。`,
  ],
  [
    /^The file is damaged or cut short here \((.*)\)\. What came before was read\.$/s,
    '文件从这里起已损坏或不完整（$1），之前的都读了。',
  ],
  [
    /^The (.*) of this file have no ids\. Their positions were taken instead\.$/s,
    '这个文件的 $1 没有编号，按位置对应。',
  ],
  [
    /^A name is not UTF-8\. Its bad bytes were read as U\+FFFD\.$/,
    '有个名字不是 UTF-8，坏的字节读成了 U+FFFD。',
  ],
  [
    /^A frame is named by (.*), which the file does not hold\. It has its address for a name\.$/s,
    '栈帧的名字（$1）不在文件里，用地址代替。',
  ],
  [
    /^A sample names location (.*), which the file does not hold\. It was read as \[unknown\]\.$/s,
    '样本引用的位置 $1 不在文件里，读成 [unknown]。',
  ],
  [
    /^The samples carry labels \((.*)\)\. They were added up without them\.$/s,
    '样本带有标签（$1），合计时没有区分。',
  ],
  [
    /^The file asks pprof to hide some frames\. They are shown here\.$/,
    '文件要求 pprof 隐藏一些栈帧，这里照样显示。',
  ],
  [
    /^(\d+) samples of (.*) have a negative weight: the file is a difference of two profiles\.$/s,
    '$2 有 $1 个样本的权重是负数：这个文件是两份剖析的差。',
  ],
  [
    /^Some weights of (.*) are above 2\^53\. Their last digits were rounded\.$/s,
    '$1 有些权重超过 2^53，末位有舍入。',
  ],
  [
    /^The unit "(.*)" of (.*) is not known\. It was read as a plain count\.$/s,
    '$2 的单位“$1”不认识，按普通计数来读。',
  ],
  // samples of any format
  [
    /^"(.*)": (\d+) samples \((.*)\) have no stack: nothing ran\. They are not in the profile\.$/s,
    '“$1”有 $2 个样本（$3）没有调用栈：当时什么也没运行。它们不在剖析里。',
  ],
  [
    /^"(.*)": (\d+) samples have a negative weight\. They were left out\.$/s,
    `“$1”有 $2 个样本的权重是负数，${leftOut}。`,
  ],
  [
    /^"(.*)": (\d+) samples have a weight that is no usable number\. They were left out\.$/s,
    `“$1”有 $2 个样本的权重不是可用的数，${leftOut}。`,
  ],
  [
    /^"(.*)": (\d+) samples name a stack or frame that is not in the file\. They were left out\.$/s,
    `“$1”有 $2 个样本引用的调用栈或栈帧不在文件里，${leftOut}。`,
  ],
  [
    /^"(.*)": (\d+) samples of (.*) have no stack of their own\. They are shown on the stack that stood before them\.$/s,
    '“$1”有 $2 个 $3 样本没有自己的调用栈，算在前一个样本的栈上。',
  ],
  // Chrome traces
  [
    /^The trace also has (\d+) events with a duration\. Its samples were read and those were not\.$/,
    '这份 trace 还有 $1 个带时长的事件；读的是样本，没有读它们。',
  ],
  [
    /^(\d+) events \(asynchronous, instant, counters…\) are no calls of a thread\. They were left out\.$/,
    `$1 个事件（异步、瞬时、计数器……）不是线程上的调用，${leftOut}。`,
  ],
  [
    /^(\d+) pieces of CPU profiles belong to none that the trace announces\. They were left out\.$/,
    `$1 段 CPU 剖析不属于这份 trace 里的任何一份，${leftOut}。`,
  ],
  [
    /^(\d+) entries of the list are no events\. They were left out\.$/,
    `列表里有 $1 项不是事件，${leftOut}。`,
  ],
  [
    /^The JSON breaks off: .*\. Everything before it was read\.$/s,
    'JSON 没有写完，断点之前的都读了。',
  ],
  [
    /^"(.*)": (\d+) events have no usable time\. They were left out\.$/s,
    `“$1”有 $2 个事件没有可用的时间，${leftOut}。`,
  ],
  [
    /^"(.*)": (\d+) complete events have no duration\. They were taken as 0\.$/s,
    '“$1”有 $2 个完整事件没有时长，按 0 计。',
  ],
  [
    /^"(.*)": (\d+) end events fit no open call\. They were left out\.$/s,
    `“$1”有 $2 个结束事件对不上任何调用，${leftOut}。`,
  ],
  [
    /^"(.*)": (\d+) calls have no end\. They end with the last event\.$/s,
    '“$1”有 $2 个调用没有结束，算到最后一个事件为止。',
  ],
  [
    /^"(.*)": (\d+) calls end while calls inside them go on\. Each keeps its own duration\.$/s,
    '“$1”有 $2 个调用先于内层调用结束，各自保留自己的时长。',
  ],
  [
    /^"(.*)": (\d+) calls overlap too many others, and end with the first of them\.$/s,
    '“$1”有 $2 个调用和太多别的调用重叠，随最先结束的那个结束。',
  ],
  [
    /^(\d+) samples have no time or no stack frame\. They were left out\.$/,
    `$1 个样本没有时间或没有栈帧，${leftOut}。`,
  ],
  [
    /^"(.*)": how long the last sample lasted is not in the file\. It only ends the one before it\.$/s,
    '“$1”没有记录最后一个样本持续多久，它只用来结束前一个。',
  ],
  // speedscope
  [
    /^"(.*)", event (\d+): has no usable frame or value\. It was left out\.$/s,
    `“$1”的第 $2 个事件没有可用的栈帧或数值，${leftOut}。`,
  ],
  [
    /^"(.*)", event (\d+): is earlier than the one before it\. It was taken as (.*)\.$/s,
    '“$1”的第 $2 个事件比前一个还早，按 $3 计。',
  ],
  [
    /^"(.*)", event (\d+): neither opens nor closes a frame\. It was left out\.$/s,
    `“$1”的第 $2 个事件既不打开也不关闭栈帧，${leftOut}。`,
  ],
  [
    /^"(.*)", event (\d+): closes a frame that is not open\. It was left out\.$/s,
    `“$1”的第 $2 个事件关闭的栈帧并没有打开，${leftOut}。`,
  ],
  [
    /^"(.*)", event (\d+): closes a frame under others that stay open\.$/s,
    '“$1”的第 $2 个事件关闭的栈帧上面还有没关闭的。',
  ],
  [
    /^"(.*)", event (\d+): \(the end\) leaves (\d+) frames open\. They end with the profile\.$/s,
    '“$1”结束时还有 $3 个栈帧没有关闭，随剖析一起结束。',
  ],
  [
    /^Frame (\d+) of the file has no name\. It is shown as "\(unknown\)"\.$/,
    '文件的第 $1 个栈帧没有名字，显示为“(unknown)”。',
  ],
  [
    /^"(.*)" wraps each frame of its stacks in one more list\. The frames were read nevertheless\.$/s,
    '“$1”的栈帧多包了一层列表，仍然读了。',
  ],
  [/^"(.*)" has no weights\. Each of its samples weighs 1\.$/s, '“$1”没有权重，每个样本按 1 计。'],
  [
    /^"(.*)" has (\d+) samples and (\d+) weights\. The rest of the longer list was left out\.$/s,
    `“$1”有 $2 个样本和 $3 个权重，多出的部分${leftOut}。`,
  ],
  [
    /^"(.*)" is neither a sampled nor an evented profile\. It was left out\.$/s,
    `“$1”既不是采样剖析也不是事件剖析，${leftOut}。`,
  ],
  [
    /^"(.*)" is measured in "(.*)", which is no known unit\. Its weights are shown as plain counts\.$/s,
    '“$1”的单位“$2”不认识，权重按普通计数显示。',
  ],
];
