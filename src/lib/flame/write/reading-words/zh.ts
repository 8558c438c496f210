import type { ReadingWords } from '../reading-words.ts';
import { joinText, sayInChinese as say } from '../said-text.ts';

export const zh: ReadingWords = {
  locale: 'zh-Hans',
  title: (name) => `${name} 的读图结果`,
  headings: {
    overview: '概览',
    self: '按自身权重（self）排序的热点',
    total: '按总权重（total）排序的热点',
    chains: '主要调用链',
    calls: '系统调用',
    shapes: '形状',
    cautions: '注意',
  },
  columns: {
    feature: '特征',
    value: '数值',
    function: '函数',
    kind: '类别',
    self: '自身',
    total: '总计',
    share: '占比',
    interval: '95% 区间',
    callers: '调用者',
    wider: '更宽的栈帧数',
    call: '系统调用',
    purpose: '用途',
  },
  overview: {
    total: '总权重',
    samples: '样本数',
    functions: '函数数',
    depth: '最深调用栈',
    widest: '最宽栈帧',
    largestSelf: '最大自身权重',
    calls: '系统调用占比',
  },
  intervalNote:
    '区间为 95% 的 Wilson 区间，前提是样本相互独立。一次短时间运行的样本往往成簇出现，真实的不确定性更大。',
  noSystemCalls: '没有栈帧可以认定为系统调用。',
  measured: (weight, share, interval) =>
    interval === '' ? `${weight}，${share}` : `${weight}，${share}（${interval}）`,
  endsHere: (weight) => say`自身 ${weight}`,
  leaves: (list) => say`旁支：${list}`,
  notes: (notes) => (notes.length === 0 ? [] : say`（${joinText(notes, '；')}）`),
  branchOf: (frame) => say`从 ${frame} 分出：`,
  listSeparator: '、',
  frameKinds: {
    application: '应用程序',
    library: '第三方库',
    runtime: '运行时',
    memory: '内存分配',
    threads: '线程与锁',
    kernel: '内核',
    idle: '空闲',
    unknown: '未知',
  },
  callKinds: {
    wake: '唤醒',
    wait: '等待',
    lock: '锁',
    write: '写',
    read: '读',
    poll: '轮询事件',
    file: '文件',
    memory: '内存',
    network: '网络',
    process: '进程',
    time: '时间',
    other: '其他',
  },
  groups: {
    'hand-off': '线程交接：唤醒、等待、加锁',
    bytes: '搬运数据：读和写',
    log: '写日志',
    'event-loop': '等待事件',
    files: '打开和查询文件',
    memory: '申请和归还内存',
    rest: '其余',
  },
  shapes: {
    plateau: ({ frames, measured }) => say`平顶：${frames} 在同一处结束，${measured}。`,
    'scattered-leaf': ({ frames, measured, value, weight }) =>
      say`分散的叶子：${frames} 共 ${measured}，分布在 ${value('places')} 处，最宽的一处也只有 ${weight('largest')}。请换成叶在前的视图来看。`,
    tower: ({ measured, value }) =>
      say`高塔：连续 ${value('height')} 个栈帧各只调用一个函数，${measured}。高度是深度，不是开销。`,
    'missing-caller': ({ frames, measured, name }) =>
      say`丢失的调用者：${frames}。叶子函数没有自己的栈帧，真正调用它的 ${name('expected')} 被跳过了（${measured}）。`,
    'unknown-roots': ({ measured }) => say`没有名字的根占 ${measured}。`,
    'truncated-stacks': ({ measured, value }) =>
      say`调用栈在深度 ${value('depth')} 处堆积：${measured}。`,
    recursion: ({ frames, measured, value }) =>
      say`递归：${frames} 在一个调用栈上最多出现 ${value('deepest')} 次；有 ${measured} 至少含有它两次。`,
  },
  cautions: {
    'too-few-samples': ({ value }) =>
      say`只有 ${value('samples')} 个样本，除了最大的几项，谁先谁后都说不准：一半左右的占比只能确定到 ${value('widest')} 个百分点的范围。要精确到正负 1 个百分点，需要 ${value('forOnePoint')} 个样本。`,
    'few-samples': ({ value }) =>
      say`共 ${value('samples')} 个样本，一半左右的占比只能确定到 ${value('widest')} 个百分点的范围；要精确到正负 1 个百分点，需要 ${value('forOnePoint')} 个。`,
    'rank-undecided': ({ frames, value }) =>
      say`哪个叶子最大还不能确定：${frames} 分别是 ${value('first')} 和 ${value('second')}。`,
    'weights-not-samples': () => say`权重不是样本数，所以没有区间：文件里没有记录采样了多少次。`,
    'weights-look-like-periods': ({ value }) =>
      say`这里的“样本数”更像事件周期：最小的权重是 ${value('smallest')}，一共 ${value('records')} 条记录。它们不能用来做统计。`,
    'on-cpu-only': ({ frames }) =>
      frames.length === 0
        ? say`如果这是在 CPU 上采样的，等待就不在图里：要看等待，请用 Off-CPU 或墙钟（wall-clock）剖析。`
        : say`如果这是在 CPU 上采样的，等待就不在图里。止于 ${frames} 的样本是入睡和醒来的开销，不是睡眠的时长。`,
    'waiting-counted': () => say`大部分是等待：这不是 CPU 时间的剖析。`,
    'idle-threads': ({ frames, measured }) =>
      say`总数里算进了无事可做的线程：${measured}，位于 ${frames} 之下。`,
    'kernel-hidden': ({ measured }) =>
      say`系统调用之下没有内核栈帧：内核里的时间画成了入口函数的自身时间（${measured}）。入口函数宽，说明时间多，不说明次数多。`,
    'missing-symbols': ({ frames, measured }) =>
      say`没有名字的栈帧：${measured}（${frames}）。下结论之前先检查符号。`,
    'name-misleads': ({ frames, measured, value }) =>
      say`名字会误导：${frames} 很宽（${measured}），但没有样本止于它，它调用的函数里也没有一个叫“${value('word')}”。它装的是别的函数的工作。`,
    'merged-generics': ({ value }) =>
      say`有 ${value('functions')} 个函数的名字不带类型参数：几个不同的函数可能合在一个方框里。`,
    'linker-stubs': ({ frames }) => say`${frames}：链接器生成的桩，以目标函数命名。并没有缺什么。`,
    'outlined-code': ({ frames }) =>
      say`${frames}：编译器从多个函数里抽出来的片段，常见于按体积优化的构建。`,
    'many-threads': ({ value }) =>
      say`多个线程的时间加在了一起（入口有 ${value('entries')} 种）；总和可以超过墙钟时间。`,
    'one-thread': () => say`已知的调用栈都从主线程开始。`,
    'mixed-phases': ({ measured }) => say`启动和工作画在了一张图里：主线程占 ${measured}。`,
    'missing-callers': ({ measured }) =>
      say`有 ${measured} 止于调用者被跳过的叶子：它下面的那一帧不是直接调用者。`,
    'unknown-roots': ({ measured }) =>
      say`有 ${measured} 的调用栈从未知处开始：那里的栈回溯出了错。`,
    'truncated-stacks': ({ measured, value }) =>
      say`有 ${measured} 的调用栈在 ${value('depth')} 帧处被截断：再往上的调用者丢失了。`,
    recursion: ({ frames }) => say`${frames} 会再次调用自己：别把它的方框相加，否则会重复计算。`,
  },
};
