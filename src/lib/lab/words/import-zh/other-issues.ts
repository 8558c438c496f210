import type { Sentence } from './sentence.ts';

const leftOut = '已略去';

/** What an import says of all other formats. */
export const otherIssueSentences: readonly Sentence[] = [
  // V8, Gecko, stackprof
  [
    /^Several nodes share an id, so .*$/s,
    '有几个节点编号相同，样本列表有歧义：改读节点的命中次数，样本的顺序已丢失。',
  ],
  [
    /^"(.*)" does not say when its samples were taken\. They are counted; there is no order of time\.$/s,
    '“$1”没有记录采样时间：只计数，没有时间顺序。',
  ],
  [
    /^"(.*)": the caller of (\d+) nodes is not in the file\. Their stacks start with them\.$/s,
    '“$1”有 $2 个节点的调用者不在文件里，它们的调用栈从自己开始。',
  ],
  [
    /^Thread (\d+) has no table of samples\. It was left out\.$/,
    `第 $1 个线程没有样本表，${leftOut}。`,
  ],
  [
    /^The list "raw" breaks off or is damaged at place (\d+)\. Everything before it was read\.$/,
    '列表 raw 在第 $1 处断开或损坏，之前的都读了。',
  ],
  [
    /^The count is too large to be one\. The stack was left out\.$/,
    `计数大得不可能是计数，这个调用栈${leftOut}。`,
  ],
  [
    /^A line of the call graph has no usable count\. It was skipped\.$/,
    '调用图里有一行没有可用的计数，已跳过。',
  ],
  // SVG and XML
  [
    /^The picture shows a difference: its widths, which are the profile after, were read\.$/,
    '这张图画的是差分：读的是宽度，也就是之后的那份。',
  ],
  [
    /^Some frames stand on no frame in the file: they were read as roots\.$/,
    '有些栈帧下面没有别的栈帧，当作根来读。',
  ],
  [
    /^The file counts in "(.*)": its numbers are kept, as counts\.$/s,
    '文件以“$1”计数：数字照样保留，当作计数。',
  ],
  [
    /^Some frames outweigh the frame below them, by rounding: they were made to fit\.$/,
    '有些栈帧因舍入比下面的栈帧还重，已调整到相符。',
  ],
  [
    /^A tag has no end\. What follows may be incomplete\.$/,
    '有一个标签没有闭合，后面的内容可能不全。',
  ],
  [/^The SVG ends too early: it was read as far as it goes\.$/, 'SVG 没有写完，读到断点为止。'],
  [/^The XML ends too early: it was read as far as it goes\.$/, 'XML 没有写完，读到断点为止。'],
  [/^A frame without a count was skipped\.$/, '有个栈帧没有计数，已跳过。'],
  [/^A frame without a place in the picture was skipped\.$/, '有个栈帧在图里没有位置，已跳过。'],
  [/^Rows whose weight is no usable number were left out\.$/, `权重不是可用的数的行${leftOut}。`],
  [/^There is no (.*) with the id (.*)\.$/s, '没有编号为 $2 的 $1。'],
  // nested JSON
  [/^Nodes without a name are frames with an empty one\.$/, '没有名字的节点读成空名字的栈帧。'],
  [/^The file holds changes too: only the values were read\.$/, '文件里还有变化量：只读了数值。'],
  [/^Nodes without a value count what their children do\.$/, '没有数值的节点按子节点之和计。'],
  [/^Negative values were read as 0\.$/, '负数读成 0。'],
  [
    /^Children outweigh their parents: values are self weights\.$/,
    '子节点之和超过父节点：数值按自身权重来读。',
  ],
  [
    /^Nodes whose children outweigh them weigh nothing themselves\.$/,
    '子节点之和超过自己的节点，自身权重为 0。',
  ],
  // Java
  [
    /^A part of the recording is damaged or cut short \((.*)\)\. It was left out from here\.$/s,
    `录制文件从这里起有一段已损坏或不完整（$1），${leftOut}。`,
  ],
  [
    /^(\d+) of (\d+) (.*) lack their roots: the recorder cuts deep stacks\. Record with a larger stackdepth\.$/s,
    '$2 个 $3 里有 $1 个缺少靠近根的部分：录制器会截断很深的调用栈。请用更大的 stackdepth 录制。',
  ],
  [
    /^(\d+) stacks lack their roots: "jfr print" shows 5 frames unless told otherwise\. Print with --stack-depth 64, or open the \.jfr file itself\.$/,
    '$1 个调用栈缺少靠近根的部分：jfr print 默认只显示 5 帧。请加 --stack-depth 64，或直接打开 .jfr 文件。',
  ],
  [
    /^(\d+) threads show no Java frames \(the JVM's own threads\)\. They are not in the profile\.$/,
    '$1 个线程没有 Java 栈帧（JVM 自己的线程），不在剖析里。',
  ],
  // callgrind
  [
    /^The file counts calls and holds no stacks\. .*$/s,
    '文件只有调用计数，没有调用栈；调用栈是推算的：假定一个函数的每次调用花费相同，不管它的调用者从哪里来。自身权重是准确的，递归的次序未知。',
  ],
  [
    /^(.*) of (.*) lies on call paths too small to follow\. It is shown under the main caller of each function\.$/s,
    '$2 有 $1 落在太小的调用路径上，归到每个函数的主要调用者之下。',
  ],
  [
    /^Calls claim (.*) more of (.*) than the called functions have\. The claims were cut\.$/s,
    '调用记录的 $2 比被调用函数的多 $1，已截到相符。',
  ],
  [
    /^The file ends in the middle of this line\. The line was skipped\.$/,
    '文件在这一行中间断了，已跳过这一行。',
  ],
  [
    /^This line is not of the callgrind format\. It was skipped\.$/,
    '这一行不是 callgrind 格式，已跳过。',
  ],
  [
    /^The file never says which (.*) number (.*) is\. The number was taken as its name\.$/s,
    '文件没有给出 $1 的 $2 号是什么，用编号当名字。',
  ],
  [
    /^A call without a callee \(cfn=\)\. Its cost was skipped\.$/,
    '有一次调用没有被调用者（cfn=），它的开销没有计入。',
  ],
  // the rest
  [/^A stack of (.*) has no count\. It was left out\.$/s, `$1 有一个调用栈没有计数，${leftOut}。`],
  [
    /^The last stack has no count: the file was cut short\. That stack was left out\.$/,
    `文件不完整：最后一个调用栈没有计数，${leftOut}。`,
  ],
  [
    /^The call graph has no end: the file was cut short, and the last counts may be off\.$/,
    '调用图没有结尾：文件不完整，最后几个计数可能不准。',
  ],
  [/^A line of the call graph has no count\. It was skipped\.$/, '调用图有一行没有计数，已跳过。'],
  [
    /^The lines under this one have (.*) samples more than it has itself\.$/,
    '它下面的各行比它自己多 $1 个样本。',
  ],
  [
    /^The line is no row of the call (?:graph|tree)\. It was left out\.$/,
    `这一行不是调用图或调用树的一行，${leftOut}。`,
  ],
  [
    /^"(.*)": the callers of (\d+) samples are not in the graph\. Their stacks begin where it ends\.$/s,
    '“$1”有 $2 个样本的调用者不在图里，它们的调用栈从断处开始。',
  ],
  [
    /^The line has no weight that can be read\. It was left out\.$/,
    `这一行没有能读的权重，${leftOut}。`,
  ],
  [
    /^(\d+) frames weigh less than their children together\. Their own weight was taken as 0\.$/,
    '$1 个栈帧比子项之和还小，自身权重按 0 计。',
  ],
  [
    /^The line has no level, name, number of calls and share\. It was left out\.$/,
    `这一行没有层级、名字、调用次数和占比，${leftOut}。`,
  ],
  [
    /^The line has no function and no time\. It was left out\.$/,
    `这一行没有函数，也没有时间，${leftOut}。`,
  ],
  [
    /^(\d+) stacks were cut by the Go runtime, which prints 100 frames at most\.$/,
    '$1 个调用栈被 Go 运行时截断了：它最多打印 100 帧。',
  ],
  [
    /^The function was not on its stack\. The line was left out\.$/,
    `函数不在它的栈上，这一行${leftOut}。`,
  ],
  [
    /^Stack (.*) was not popped to its end\. Its functions end with the log\.$/s,
    '栈 $1 没有弹空，上面的函数算到日志结束为止。',
  ],
];
