import { readFile } from 'node:fs/promises';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { versionOf } from '../tools.ts';
import { pprofOf } from '../with-unit.ts';

const requests = 40_000;

/** What heaptrack_print can weigh stacks by. */
const costs = [
  { id: 'heap-peak', cost: 'peak', unit: 'bytes' },
  { id: 'heap-leaked', cost: 'leaked', unit: 'bytes' },
  { id: 'heap-allocations', cost: 'allocations', unit: 'count' },
] as const;

const shared = { view: 'heap', language: 'C++' } as const satisfies Partial<SampleText>;

export const sessionCache: Recording = {
  id: 'session-cache',
  program: 'session-cache: C++17, g++ -O2 with frame pointers, without debug information',
  needs: ['g++', 'heaptrack'],
  samples: [
    {
      ...shared,
      id: 'heap-peak',
      file: 'heap-peak.pb.gz',
      unit: 'bytes',
      causes: ['memory-peak'],
      partOf: { set: 'session-cache', role: 'before' },
      title: { en: 'What was in memory at the peak', zh: '内存最高时，里面有什么' },
      story: {
        en: 'A session store answers 40,000 requests and once, in the middle, loads a report of 48 MiB. heaptrack saw every allocation; this graph shows the bytes in use at the worst moment.',
        zh: '一个会话存储处理四万个请求，中途有一次载入 48 MiB 的报表。heaptrack 看到了每一次分配；这张图是占用最高那一刻的字节数。',
      },
      lookFor: {
        en: 'load_report, which was freed at once. It sets how much memory the machine must have, and it is no leak.',
        zh: '是 load_report，用完马上就释放了。它决定机器要有多大的内存，但它不是泄漏。',
      },
      planted: [{ query: { share: { total: { match: 'load_report' } } }, within: [0.7, 1] }],
    },
    {
      ...shared,
      id: 'heap-leaked',
      file: 'heap-leaked.pb.gz',
      unit: 'bytes',
      causes: ['memory-leak'],
      partOf: { set: 'session-cache', role: 'variant' },
      title: { en: 'What was never freed', zh: '到最后也没有释放的' },
      story: {
        en: 'The same run, weighed by the bytes that were still there at the end: a session for every new visitor, and no line of code that ever drops one.',
        zh: '同一次运行，按结束时还在的字节计：每个新访客一个会话，代码里没有一行会把它删掉。',
      },
      lookFor: {
        en: 'remember_session. Whether that is a leak or a cache the graph cannot say: it shows where memory came from, not whether somebody still needs it.',
        zh: '是 remember_session。这算泄漏还是缓存，图说不了：它只告诉你内存从哪里来，不告诉你还有没有人需要。',
      },
      planted: [{ query: { share: { total: { match: 'remember_session' } } }, within: [0.8, 1] }],
    },
    {
      ...shared,
      id: 'heap-allocations',
      file: 'heap-allocations.pb.gz',
      unit: 'count',
      causes: ['allocation-churn'],
      partOf: { set: 'session-cache', role: 'after' },
      title: { en: 'How often memory was asked for', zh: '要了多少次内存' },
      story: {
        en: 'The same run, weighed by the number of allocations, whatever their size and however short their life.',
        zh: '同一次运行，按分配的次数计，不论大小，也不论活得多短。',
      },
      lookFor: {
        en: 'render_greeting, whose strings live for one request. Three questions to one run of one program, three different widest boxes.',
        zh: '是 render_greeting，它的字符串只活一个请求。同一个程序、同一次运行，三个问题，三个不同的最宽框。',
      },
      planted: [{ query: { share: { total: { match: 'render_greeting' } } }, within: [0.6, 1] }],
    },
  ],

  async record(bench) {
    // Without debug information: heaptrack_print lists inlined functions in the wrong order.
    await bench.compile('main.cpp', 'session-cache', [
      '-O2',
      '-fno-omit-frame-pointer',
      '-fno-optimize-sibling-calls',
    ]);
    await bench.run('heaptrack', ['-o', 'heap', './session-cache', String(requests)]);
    const taken = new Map<string, Taken>();
    for (const { id, cost, unit } of costs) {
      const folded = `${id}.folded`;
      const print = ['-F', folded, '--flamegraph-cost-type', cost];
      await bench.run('heaptrack_print', ['-f', 'heap.zst', ...print]);
      taken.set(id, {
        content: await pprofOf(await readFile(bench.path(folded), 'utf8'), { name: cost, unit }),
        command: `heaptrack -o heap ./session-cache ${requests} && heaptrack_print -f heap.zst ${print.join(' ')}`,
        tool: versionOf('heaptrack'),
        event: 'every call of malloc, free and their like',
        work: { amount: requests, of: 'requests' },
      });
    }
    return taken;
  },
};
