import type { Localized } from '../../lib/i18n/index.ts';

/** Words of the drills; they go to the browser as JSON, with `{holes}`. */
const en = {
  title: 'Drills',
  lead: 'Made-up profiles with one cause planted in each. Never two alike; the library that made them marks you.',
  start: 'Start',
  quick: 'Five-second mode: at a glance, one question after the other',
  limit: 'Show the five seconds running down',
  level: 'Level {level} of 3, from your last answers',
  noJs: 'Drills are made in the browser: they need a script.',
  next: 'Next drill',
  link: 'Link to this drill',
  score: '{right} of {count} in this sitting',
  time: 'Five seconds are over. Answer all the same.',
  costumes: {
    rust: 'a Rust service on tokio',
    go: 'a Go service',
    jvm: 'a Java service',
    node: 'a Node.js service',
    cpp: 'a C++ service',
  },
  causes: {
    'lock-convoy': 'Threads wait for one lock',
    'wake-storm': 'Threads wake each other all the time',
    'busy-poll': 'A loop asks again and again instead of waiting',
    'allocation-churn': 'It allocates and frees more than it works',
    'small-writes': 'It writes in many small pieces',
    'many-callers': 'One small function is called from everywhere',
    'deep-recursion': 'A function calls itself, level after level',
    'missing-symbols': 'A library without symbols hides the work',
    'misleading-name': 'Nothing but a wrapper with an alarming name',
  },
  causeReasons: {
    'lock-convoy': 'Its mark is a wide leaf in the slow path of a lock. Here: {found}.',
    'wake-storm': 'Its mark is a wide leaf that wakes a thread. Here: {found}.',
    'busy-poll':
      'Its mark is one plateau in the program’s own code, without a system call. Here: {found}.',
    'allocation-churn': 'Its mark is a wide leaf in the allocator or the collector. Here: {found}.',
    'small-writes': 'Its mark is a wide leaf that writes. Here: {found}.',
    'many-callers':
      'Its mark is one name on many narrow towers: search for it and add them up. Here: {found}.',
    'deep-recursion': 'Its mark is a tower of one name. Here: {found}.',
    'missing-symbols': 'Its mark is a wide frame without a name. Here: {found}.',
    'misleading-name':
      'Its mark is a wide frame without any self time, whose name sounds like a cause. Here: {found}.',
  },
  found: '{name} is the leaf of {share}',
  notFound: 'there is none',
  asks: {
    'which-cause': 'This is {costume}. What stands out?',
    'largest-self': 'This is {costume}. Which of these functions has the most self time?',
    'total-of': 'This is {costume}. In what share of the samples is `{name}` on the stack?',
    'speedup-of':
      'This is {costume}. If `{name}` cost nothing any more: by what factor could the CPU time fall, at most?',
    'click-cause': 'This is {costume}. Choose the box that shows the cause: {cause}.',
    'which-grew':
      'Two recordings of {costume}; the second one ran longer. Which function takes a larger share now?',
    'which-vanished':
      'Two recordings of {costume}; the second one ran longer. Which function is gone?',
    'is-it-real':
      '`{name}` had {k1} of {n1} samples before, and has {k2} of {n2} now. What do you conclude?',
  },
  verdicts: {
    grew: 'Its share grew',
    'longer-run': 'Only the recording is longer',
    'cannot-tell': 'Counts of two recordings can never be compared',
  },
  verdictReasons: {
    grew: '{share1} became {share2}. By chance alone a difference like that comes up with p = {p}.',
    'longer-run':
      'The shares are {share1} and {share2}: with this many samples chance makes that difference easily or not (p = {p}).',
    'cannot-tell': 'Shares of independent samples can be compared: with a test of two proportions.',
  },
  frameReason: '{self} self, {total} total.',
  changeReason: 'From {share1} to {share2} of the samples.',
  largestWhy: 'Self time is a free top edge; width also holds everything that is called.',
  totalWhy:
    '{total} of {all} samples hold it. A sample counts once, however many boxes of that name are on its stack.',
  totalNear: {
    'widest-box': 'That is its widest box alone. It stands in {boxes} places: search for the name.',
    'added-up': 'That adds up boxes that lie inside one another: a sample counts once.',
  },
  speedupWhy:
    'Its self time is {self} of {all}, {share}. What is left is the rest, so at most 1/(1 − {share}) = {factor}.',
  speedupNear: 'That is its share in percent; asked is how many times faster.',
  clickWhy: '`{name}` is the leaf of {self} of {all} samples.',
  clickNear: 'That box calls it. The box itself is one further up.',
  other: 'Not this one.',
  numberOther: 'Look at the numbers of the frame under the graph.',
  before: 'Before',
  after: 'After',
};

export type DrillWords = typeof en;

const zh: DrillWords = {
  title: '快练',
  lead: '自动生成的剖析数据，每份里埋了一个原因，没有两份是一样的。数据由分析库生成，也由它来判分。',
  start: '开始',
  quick: '五秒模式：看一眼就答，一题接一题',
  limit: '显示五秒倒计时',
  level: '难度 {level}/3，随最近的作答调整',
  noJs: '快练在浏览器里生成，需要启用脚本。',
  next: '下一份',
  link: '这一份的链接',
  score: '本次 {count} 题，答对 {right} 题',
  time: '五秒到了，照样可以作答。',
  costumes: {
    rust: '一个跑在 tokio 上的 Rust 服务',
    go: '一个 Go 服务',
    jvm: '一个 Java 服务',
    node: '一个 Node.js 服务',
    cpp: '一个 C++ 服务',
  },
  causes: {
    'lock-convoy': '许多线程在等同一把锁',
    'wake-storm': '线程之间不停地互相唤醒',
    'busy-poll': '循环反复查询，而不是等待',
    'allocation-churn': '分配和释放内存多过干活',
    'small-writes': '一小块一小块地写出',
    'many-callers': '一个小函数到处被调用',
    'deep-recursion': '函数层层调用自己',
    'missing-symbols': '缺符号的库遮住了真正的工作',
    'misleading-name': '只是外层包装，名字吓人而已',
  },
  causeReasons: {
    'lock-convoy': '它的标志是锁的慢路径上有很宽的叶帧。这里：{found}。',
    'wake-storm': '它的标志是唤醒线程的叶帧很宽。这里：{found}。',
    'busy-poll': '它的标志是程序自己的代码里有一片平顶，没有系统调用。这里：{found}。',
    'allocation-churn': '它的标志是分配器或回收器里有很宽的叶帧。这里：{found}。',
    'small-writes': '它的标志是写出数据的叶帧很宽。这里：{found}。',
    'many-callers': '它的标志是同一个名字散在许多窄塔上：搜索它，再加起来。这里：{found}。',
    'deep-recursion': '它的标志是同一个名字叠成的塔。这里：{found}。',
    'missing-symbols': '它的标志是没有名字的宽栈帧。这里：{found}。',
    'misleading-name': '它的标志是很宽却没有自身时间、名字又像原因的栈帧。这里：{found}。',
  },
  found: '{name} 是 {share} 样本的叶帧',
  notFound: '没有',
  asks: {
    'which-cause': '这是{costume}。最突出的是什么？',
    'largest-self': '这是{costume}。下面哪个函数的自身时间最多？',
    'total-of': '这是{costume}。`{name}` 出现在多大比例的样本的调用栈上？',
    'speedup-of': '这是{costume}。假设 `{name}` 不再花任何代价，CPU 时间最多能快到几倍？',
    'click-cause': '这是{costume}。请选出显示原因的方框：{cause}。',
    'which-grew': '这是{costume}的两次录制，第二次录得更久。现在哪个函数的占比变大了？',
    'which-vanished': '这是{costume}的两次录制，第二次录得更久。哪个函数不见了？',
    'is-it-real':
      '`{name}` 之前是 {n1} 个样本中的 {k1} 个，现在是 {n2} 个中的 {k2} 个。你的结论是？',
  },
  verdicts: {
    grew: '它的占比变大了',
    'longer-run': '只是录得更久',
    'cannot-tell': '两次录制的样本数永远无法比较',
  },
  verdictReasons: {
    grew: '占比从 {share1} 到 {share2}。单凭偶然出现这样的差别，p = {p}。',
    'longer-run': '占比是 {share1} 和 {share2}：样本这么多时，偶然能不能造成这个差别，看 p = {p}。',
    'cannot-tell': '独立样本的占比可以比较：用两个比例的检验。',
  },
  frameReason: '自身 {self}，总计 {total}。',
  changeReason: '占比从 {share1} 到 {share2}。',
  largestWhy: '自身时间是露在外面的顶边；宽度还包含它调用的一切。',
  totalWhy: '{all} 个样本里有 {total} 个含有它。同名方框在一个调用栈上有多少个，样本也只算一次。',
  totalNear: {
    'widest-box': '这只是最宽的那一个方框。它一共出现在 {boxes} 处：搜索这个名字。',
    'added-up': '这是把套在一起的方框加了起来，而一个样本只算一次。',
  },
  speedupWhy:
    '它的自身时间是 {self}/{all}，即 {share}。剩下的还在，所以最多是 1/(1 − {share}) = {factor} 倍。',
  speedupNear: '这是它的占比（百分数），问的是快到几倍。',
  clickWhy: '`{name}` 是 {all} 个样本中 {self} 个的叶帧。',
  clickNear: '这一格是它的调用者，它本身还在上面一格。',
  other: '不是这一格。',
  numberOther: '看看图下方这个栈帧的数字。',
  before: '之前',
  after: '之后',
};

export const drillWords: Localized<DrillWords> = { en, zh };
