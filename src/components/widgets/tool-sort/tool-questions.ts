import type { Localized } from '../../../lib/i18n/index.ts';
import type { Query, ResultForm } from '../../../lib/query/index.ts';
import { tools, type ToolId } from './tools.ts';

/** `partly`: it sees something of it, but is not what to reach for first. */
export type Fit = 'right' | 'partly' | 'wrong';

/** A figure of a recording that a reason cites as {name}. */
export interface CitedFigure {
  readonly sample: string;
  readonly query: Query;
  readonly as: ResultForm;
}

/** What comes of taking a question to one tool. */
export interface Outcome {
  readonly fit: Fit;
  /** With {figures}. */
  readonly why: Localized<string>;
  /** What this tool recorded of the program that the question is about. */
  readonly sample?: string;
}

/** A question as somebody would ask it, and what each tool makes of it. */
export interface ToolQuestion {
  readonly id: string;
  readonly title: Localized<string>;
  readonly text: Localized<string>;
  /** What it is about, said against a tool that sees nothing of it. */
  readonly about: Localized<string>;
  readonly figures: Readonly<Record<string, CitedFigure>>;
  /** Tools that are not here see nothing of it. Exactly one is right. */
  readonly outcomes: Readonly<Partial<Record<ToolId, Outcome>>>;
}

const waiting: ToolQuestion = {
  id: 'waiting',
  title: { en: 'Slow on little CPU', zh: '慢，却不费 CPU' },
  text: {
    en: 'Requests take much longer than the CPU time that they use. Where is the rest?',
    zh: '请求花的时间，远远超过它用掉的 CPU 时间。其余的时间去哪儿了？',
  },
  about: {
    en: 'The question is about time in which a request does not run.',
    zh: '问的却是请求没有在运行的那段时间。',
  },
  figures: {
    work: { sample: 'locks-one', query: { self: 'lock_contention::checksum' }, as: 'share' },
    waited: {
      sample: 'locks-one-off-cpu',
      query: { total: { match: '/^futex_wait$/', under: 'lock_contention::serve_requests' } },
      as: 'weight',
    },
  },
  outcomes: {
    'off-cpu': {
      fit: 'right',
      sample: 'locks-one-off-cpu',
      why: {
        en: 'In a server with four threads and one lock, requests stood in futex_wait for {waited}, added up over the threads. The boxes below the wait say who asked for the lock. The main thread waits too, for the others to finish: that hurts nobody.',
        zh: '一个四线程、一把锁的服务器里，请求停在 futex_wait 上共 {waited}（各线程相加）。等待下面的方框说明是谁要这把锁。主线程也在等，等的是别人结束，那不碍事。',
      },
    },
    'on-cpu': {
      fit: 'wrong',
      sample: 'locks-one',
      why: {
        en: 'Here is that server on the CPU: {work} is the work, and much of the rest is going to sleep and waking others. How long anybody slept is not in it, because a sleeping thread gives no sample.',
        zh: '这就是那个服务器在 CPU 上的样子：{work} 是干活，其余大半是去睡觉、去叫醒别人。谁睡了多久，里面没有：睡着的线程没有样本。',
      },
    },
    trace: {
      fit: 'partly',
      why: {
        en: 'It tells you which part of the request is long, and that is worth knowing first when there are many services. Inside of one process it ends at the span: what is waited for, stacks say.',
        zh: '它能指出请求的哪一段长；服务多的时候，值得先知道这个。可是进了一个进程，它到跨度为止；在等什么，要看调用栈。',
      },
    },
  },
};

const running: ToolQuestion = {
  id: 'running',
  title: { en: 'A core at 100%', zh: '一个核满载' },
  text: {
    en: 'A batch job keeps a core busy from start to end. Which code does that?',
    zh: '一个批处理作业从头到尾占满一个核。是哪些代码占的？',
  },
  about: { en: 'The question is about code that runs.', zh: '问的却是运行中的代码。' },
  figures: {
    copies: { sample: 'go-cpu', query: { self: 'runtime.memmove' }, as: 'share' },
    joins: { sample: 'go-cpu', query: { total: 'main.joinFields' }, as: 'share' },
    hash: { sample: 'go-cpu', query: { self: 'hash/fnv.(*sum64a).Write' }, as: 'share' },
    asks: { sample: 'go-heap-allocated', query: { self: 'main.joinFields' }, as: 'share' },
    keeps: { sample: 'go-heap-in-use', query: { self: 'main.remember' }, as: 'share' },
  },
  outcomes: {
    'on-cpu': {
      fit: 'right',
      sample: 'go-cpu',
      why: {
        en: 'In a Go program that builds an index, copying (runtime.memmove) has the most self weight, {copies}, and {joins} of the samples pass through main.joinFields.',
        zh: '在一个建索引的 Go 程序里，复制（runtime.memmove）的自身权重最大，占 {copies}；{joins} 的样本经过 main.joinFields。',
      },
    },
    allocated: {
      fit: 'partly',
      sample: 'go-heap-allocated',
      why: {
        en: 'A relative: main.joinFields asked for {asks} of all bytes, and making garbage costs CPU. But hashing, with {hash} of the CPU samples, asks for no memory and is not in this picture.',
        zh: '沾点边：main.joinFields 要走了全部字节的 {asks}，制造垃圾是费 CPU 的。可是哈希计算占 CPU 样本的 {hash}，它不要内存，这张图里就没有它。',
      },
    },
    live: {
      fit: 'wrong',
      sample: 'go-heap-in-use',
      why: {
        en: 'The same run by what is still in memory at its end: {keeps} is in a cache that main.remember fills. It costs hardly any CPU time.',
        zh: '同一次运行，按结束时还在内存里的算：{keeps} 在 main.remember 填的缓存里。它几乎不费 CPU 时间。',
      },
    },
    'off-cpu': {
      fit: 'wrong',
      why: {
        en: 'A thread that never waits hardly appears in off-CPU stacks.',
        zh: '从不等待的线程，在 Off-CPU 调用栈里几乎不露面。',
      },
    },
  },
};

const sessionFigures: ToolQuestion['figures'] = {
  kept: { sample: 'heap-leaked', query: { total: { match: 'remember_session' } }, as: 'share' },
  leaked: { sample: 'heap-leaked', query: { samples: true }, as: 'weight' },
  greets: {
    sample: 'heap-allocations',
    query: { total: { match: 'render_greeting' } },
    as: 'share',
  },
  remembers: {
    sample: 'heap-allocations',
    query: { total: { match: 'remember_session' } },
    as: 'share',
  },
  requests: { sample: 'heap-allocations', query: { samples: true }, as: 'count' },
};

const growing: ToolQuestion = {
  id: 'growing',
  title: { en: 'Memory that grows', zh: '内存只增不减' },
  text: {
    en: 'With new visitors the process gets larger, and it never shrinks again. Who keeps the memory?',
    zh: '新访客一来，进程就变大，再也不缩回去。是谁占着内存？',
  },
  about: { en: 'The question is about memory that stays.', zh: '问的却是一直留着的内存。' },
  figures: sessionFigures,
  outcomes: {
    live: {
      fit: 'right',
      sample: 'heap-leaked',
      why: {
        en: 'In a session store, {kept} of the {leaked} that were never freed are in remember_session: a session for every new visitor, and no line that drops one.',
        zh: '在一个会话存储里，到最后也没释放的有 {leaked}，其中 {kept} 在 remember_session 里：每个新访客一个会话，没有一行代码会删掉它。',
      },
    },
    allocated: {
      fit: 'wrong',
      sample: 'heap-allocations',
      why: {
        en: 'The same run by the number of allocations: render_greeting makes {greets} of them and gives the memory back at once. The culprit, remember_session, makes {remembers}.',
        zh: '同一次运行，按分配的次数算：render_greeting 占 {greets}，用完马上还。真正的元凶 remember_session 只占 {remembers}。',
      },
    },
  },
};

const asking: ToolQuestion = {
  id: 'asking',
  title: { en: 'A busy allocator', zh: '忙个不停的分配器' },
  text: {
    en: 'The allocator is called all the time. Which function asks most often?',
    zh: '分配器一直被调用。哪个函数要得最勤？',
  },
  about: {
    en: 'The question is how often memory is asked for, however soon it is given back.',
    zh: '问的却是要内存的次数，不管还得多快。',
  },
  figures: sessionFigures,
  outcomes: {
    allocated: {
      fit: 'right',
      sample: 'heap-allocations',
      why: {
        en: 'Under render_greeting are {greets} of {requests} allocations: strings that live for one request.',
        zh: '{requests} 次分配里，{greets} 在 render_greeting 之下：那些字符串只活一个请求那么久。',
      },
    },
    live: {
      fit: 'wrong',
      sample: 'heap-leaked',
      why: {
        en: 'It shows what was kept: {kept} is in remember_session. Whoever asks and gives back at once is not in it.',
        zh: '它看到的是留下来的：{kept} 在 remember_session 里。要了马上还的，里面没有。',
      },
    },
    'on-cpu': {
      fit: 'partly',
      why: {
        en: 'It says how much CPU time the allocator takes, and so whether the question matters. It does not count: one dear allocation looks like many cheap ones.',
        zh: '它能说出分配器用了多少 CPU 时间，也就是这件事值不值得管。但它不计次数：一次很贵的分配，看上去和许多次便宜的一样。',
      },
    },
  },
};

const oneRequest: ToolQuestion = {
  id: 'one-request',
  title: { en: 'One in a thousand', zh: '千分之一' },
  text: {
    en: 'One request in a thousand takes seconds, somewhere in nine services. Where?',
    zh: '一千个请求里有一个要好几秒，经过九个服务。慢在哪儿？',
  },
  about: { en: 'The question is about one single request.', zh: '问的却是某一个请求。' },
  figures: {},
  outcomes: {
    trace: {
      fit: 'right',
      why: {
        en: 'It holds this one request, with the time that each service took. Then you know which service, and which part of it, to profile.',
        zh: '它记的就是这一个请求，每个服务各用了多久。接下来才知道该剖析哪个服务、哪一段。',
      },
    },
    'on-cpu': {
      fit: 'wrong',
      why: {
        en: 'A profile adds up all requests. This one is lost among the other 999, and if it waits it is not even there.',
        zh: '剖析把所有请求加在一起。这一个淹没在另外 999 个里；它要是在等待，就根本不在里面。',
      },
    },
    'off-cpu': {
      fit: 'partly',
      why: {
        en: 'It sees the waiting, but adds up all requests as well. Take it when the trace has named the service and the part.',
        zh: '等待它看得见，可它也把所有请求加在一起。等追踪指出了服务和阶段，再用它。',
      },
    },
  },
};

const onTheWire: ToolQuestion = {
  id: 'on-the-wire',
  title: { en: 'Sent twice', zh: '发了两遍' },
  text: {
    en: 'You suspect that segments are lost between two machines and sent again.',
    zh: '你怀疑两台机器之间有报文段丢失、重传。',
  },
  about: {
    en: 'The question is about what happens between two machines.',
    zh: '问的却是两台机器之间发生的事。',
  },
  figures: {},
  outcomes: {
    packets: {
      fit: 'right',
      why: {
        en: 'A segment that was sent again is seen twice in a capture at the sender. If a number is enough, the kernel has counted them already: ss -ti.',
        zh: '在发送方抓包，重传的报文段会看到两次。只要一个数的话，内核已经数好了：ss -ti。',
      },
    },
    'off-cpu': {
      fit: 'wrong',
      why: {
        en: 'It would show a thread that waits for its socket: that it waits, not why.',
        zh: '它只会显示有个线程在等套接字：看得到它在等，看不到为什么等。',
      },
    },
    trace: {
      fit: 'wrong',
      why: {
        en: 'It would show a call that took long. A lost segment is not among the things that it notes.',
        zh: '它只会显示有一次调用很久。丢了一个报文段，不在它记录的事情里。',
      },
    },
  },
};

export const toolQuestions: readonly ToolQuestion[] = [
  waiting,
  growing,
  running,
  oneRequest,
  asking,
  onTheWire,
];

/** What comes of taking this question to each tool, in the tools' order; every tool has an answer. */
export function outcomesOf(question: ToolQuestion): (Outcome & { readonly tool: ToolId })[] {
  return tools.map(({ id, sees }) => ({
    tool: id,
    ...(question.outcomes[id] ?? {
      fit: 'wrong',
      why: {
        en: `${sees.en} ${question.about.en}`,
        zh: `${sees.zh.replace(/。$/, '，')}${question.about.zh}`,
      },
    }),
  }));
}
