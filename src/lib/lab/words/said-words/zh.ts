import { joinText, sayInChinese as say } from '../../../flame/index.ts';
import type { SaidWords } from '../said-words.ts';

export const words: SaidWords = {
  title: (name) => say`${name} 的读图结果`,
  headings: {
    features: '第一眼看到的全局特征',
    self: '权重落在哪里：按自身（self）排序的热点',
    total: '权重从哪里来：按总计（total）排序的热点',
    chains: '主要调用链',
    calls: '系统调用，按作用分',
    shapes: '形状',
    cautions: '注意',
    unproven: '这张图不能证明什么',
    questions: '问问自己',
    comparable: '这两份能比吗？',
    'self-changes': '自身权重变化最大的函数',
    'total-changes': '总权重变化最大的函数',
    appeared: '只在之后出现',
    vanished: '只在之前出现',
  },
  sectionNotes: {
    total: '总权重包含它调用的一切：这些栈帧彼此叠在一起，占比不能相加。',
    chains: '每一行都由缩进更浅的上一层调用；越往里，权重只会变小。',
  },
  list: (entries) => joinText(entries, '、'),
  weighed: (frame, weight) => say`${frame} ${weight}`,
  features: {
    size: (weight, functions, depth) =>
      say`总共 ${weight}，涉及 ${functions} 个函数；最深的调用栈有 ${depth} 帧。`,
    oneSample: (share, ofOne, ofNone) =>
      say`一个样本就是 ${share}。只出现过一次的函数，真实占比可能落在 ${ofOne}；一次都没出现的，也可能占到 ${ofNone}。`,
    widest: ({ frame, measured }) =>
      say`最宽的栈帧是 ${frame}：${measured}。靠近根的栈帧之所以宽，是因为它装着其余所有栈帧，不是因为它自己花得多。`,
    largestSelf: ({ frame, measured }) => say`止于 ${frame} 的最多：自身 ${measured}。`,
    calls: (measured) => say`止于系统调用的有 ${measured}。`,
    noCalls: say`没有栈帧可以认定为系统调用。`,
    kind: (kind, measured) => say`按代码类别看，“${kind}”的自身权重是 ${measured}。`,
  },
  calledBy: (callers) => say`调用者：${callers}。`,
  calledThrough: (via, callers) => say`都经由 ${via}；再往上是 ${callers}。`,
  self: ({ frame, measured }, places, callers) =>
    say`${frame}：${measured}${places > 1 ? `，分布在 ${places} 处` : ''}。${callers}`,
  total: ({ frame, measured }, boxes, self, wider) =>
    say`${frame}：${measured}${boxes > 1 ? `，共 ${boxes} 个方框` : ''}；${self === undefined ? '没有一点是自身的' : `其中自身 ${self}`}。${widerFrames(wider, boxes)}`,
  calls: {
    group: (group, measured, calls) => say`${measured} 用于“${group}”：${calls}。`,
    kind: (kind, measured) => say`${kind}：${measured}`,
    call: ({ frame, measured }, callers) => say`${frame}：${measured}。${callers}`,
  },
  unproven: {
    callsNotCounted: ({ frame, measured }, unit) =>
      unit === 'bytes'
        ? say`宽度是字节数。${frame} 有 ${measured}，说明不了分配了多少次，也不等于这些内存泄漏了。`
        : unit === 'count'
          ? say`宽度是文件自己的计数。${frame} 有 ${measured}，这与时间无关。`
          : say`宽度不是调用次数。${frame} 有 ${measured}，说明不了它执行过多少次，也说明不了一次要多久。`,
    orderIsNotTime: (left, right, hasTime) =>
      hasTime
        ? say`左右只是按名字排序。${left} 在 ${right} 左边，不等于它先运行；先后要看按时间排列的视图。`
        : say`左右只是按名字排序。${left} 在 ${right} 左边，不等于它先运行：文件里没有时间。`,
    cpuIsNotLatency: say`占 CPU 时间多少，不等于占用户等待时间多少。一个睡了一秒的请求，在这张图里几乎看不见。`,
    waitIsNotContention: ({ frame, measured }, callers) =>
      callers.length === 0
        ? say`${frame}（${measured}）不能证明线程在抢锁。谁拿着锁、拿了多久，图里没有。`
        : say`${frame}（${measured}）不能证明线程在抢锁：调用它的是 ${callers}。谁拿着锁、拿了多久，图里没有。`,
    kernelIsNotCalls: (measured) =>
      say`系统调用占 ${measured}，但说明不了有多少次：次数少而每次久，和次数多而每次短，画出来一样宽。要数次数，Linux 上用 strace -c 或 perf trace -s。`,
    totalIsNotCost: ({ frame, measured }) =>
      say`${frame} 装着 ${measured}，却没有一点是它自己的。它宽，不代表该改它；该改的可能是它调用的函数。`,
    nameIsNotCause: (frame, word) =>
      say`${frame} 的名字里有“${word}”，不能证明运行的就是这件事。要看它调用了什么。`,
    gainIsBounded: (frame, share, times) =>
      say`热点不等于收益。就算 ${frame} 的自身权重全部消失，最多也只少 ${share}，也就是快到 ${times} 倍；而且前提是程序正受限于这段时间。`,
    oneRecording: (hasIntervals) =>
      hasIntervals
        ? say`只录一次，看不出两次之间会差多少。区间假定样本相互独立；一次短时间运行的样本往往成簇，真实的不确定性更大。`
        : say`只录一次，看不出两次之间会差多少，而这样的权重也给不出区间。请多录几次。`,
  },
  questions: {
    own: ({ frame, measured }) => say`${frame} 装着 ${measured}。其中有多少是它自己的？`,
    ownAnswer: (frame, self, isNone) =>
      isNone
        ? say`一点也没有：没有什么止于 ${frame} 本身，全在它调用的函数里。`
        : say`止于 ${frame} 本身的有 ${self}，其余都在它调用的函数里。`,
    calls: say`有多大比例止于系统调用？先猜，再看。`,
    callsAnswer: (measured, most) => say`${measured}。其中最大的是 ${most}。`,
    nested: (a, b) =>
      say`${a.frame} 有 ${a.measured}，${b.frame} 有 ${b.measured}。它们是并排的，还是一个在另一个里面？`,
    nestedAnswer: (outer, inner, between) =>
      between === 0
        ? say`在里面：${outer} 调用了 ${inner}。后者的权重是前者的一部分，相加没有意义。`
        : say`在里面：${inner} 在 ${outer} 之内被调用，中间隔着 ${String(between)} 帧。后者的权重是前者的一部分，相加没有意义。`,
    nestedProof: (sum, { frame, measured }) =>
      say`如果并排，加起来要有 ${sum}，可是同时装着它们的 ${frame} 只有 ${measured}。`,
    sure: (frame, share) => say`${frame} 占样本的 ${share}。这个数有多可靠？`,
    sureAnswer: (interval, needed) =>
      say`如果样本相互独立，95% 区间是 ${interval}。要精确到正负 1 个百分点，大约需要 ${needed} 个样本。`,
    first: (first, second) => say`两个叶子里，真的是 ${first} 更大、${second} 更小吗？`,
    firstAnswer: (first, second, isDecided) =>
      isDecided
        ? say`就偶然性而言，是的：${first} 比 ${second}，超出了抛硬币在 95% 的情况下会给出的差距。`
        : say`还不能确定：${first} 比 ${second}，抛硬币也会给出这样的差距。`,
    callers: (frame) => say`谁调用 ${frame}？谁调用得最多？`,
    callersAnswer: (callers) => say`按权重：${callers}。`,
    waiting: (frame) => say`${frame} 里的线程在等什么？`,
    waitingAnswer: (callers, idle) =>
      idle === undefined
        ? say`看调用者：${callers}。等什么要看它们，看系统调用的名字看不出来。`
        : say`看调用者：${callers}。这份剖析里，无事可做的线程有 ${idle}；等活儿干不是抢锁。`,
    gain: (frame) => say`如果 ${frame} 自身不花任何代价，整体最多能快多少？`,
    gainAnswer: (share, times) =>
      say`最多少掉 ${share}，也就是快到 ${times} 倍（Amdahl 定律）；而且前提是你等的正是这种权重。`,
    places: (frame) => say`${frame} 在多少处作为叶子出现？最大的一处有多大？`,
    placesAnswer: (places, total, largest) =>
      say`在 ${places} 处，合计 ${total}；最大的一处是 ${largest}。换成叶在前的视图，它就是一个方框。`,
  },
};

function widerFrames(wider: number, boxes: number): string {
  const it = boxes > 1 ? '其中最宽的方框' : '它';
  return wider === 0 ? `没有比${it}更宽的栈帧。` : `比${it}更宽的栈帧有 ${wider} 个。`;
}
