import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const requests = 1_500_000;

const shared = {
  view: 'on-cpu',
  language: 'C',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

export const hashCallers: Recording = {
  id: 'hash-callers',
  program: 'hash-callers: C, gcc -O2; unwound by DWARF, since gcc gives leaf functions no frame',
  needs: [...perfTools, 'gcc'],
  samples: [
    {
      ...shared,
      id: 'hash-callers',
      file: 'hash-callers.folded',
      causes: ['many-callers'],
      partOf: { set: 'shapes', role: 'before' },
      title: { en: 'Sixteen callers, one leaf', zh: '十六个调用者，一个叶子' },
      story: {
        en: 'Sixteen functions handle parts of a request, and each of them hashes something. One hash function has most of the self time of the program, in sixteen thin towers.',
        zh: '十六个函数各处理请求的一部分，每个都要算点哈希。程序的大部分自身时间都在同一个哈希函数里，却分散在十六座细塔上。',
      },
      lookFor: {
        en: 'Root-first, no box but the trunk is wide. Turn the graph over (leaf first), or sort functions by self: one name comes first by far.',
        zh: '从根往上看，除了主干没有一个框是宽的。把图倒过来（叶子在前），或者按自身排序：有一个名字遥遥领先。',
      },
      planted: [
        { query: { share: { self: 'hash_bytes' } }, within: [0.6, 0.98] },
        { query: { count: 'frames', where: 'hash_bytes' }, within: [16, 16] },
      ],
    },
    {
      ...shared,
      id: 'hash-callees',
      file: 'hash-callees.folded',
      causes: ['many-callees'],
      partOf: { set: 'shapes', role: 'after' },
      title: { en: 'One caller, sixteen leaves', zh: '一个调用者，十六个叶子' },
      story: {
        en: 'The same loop calls sixteen functions that each do a little work of their own. Nothing is shared.',
        zh: '同样的循环，调用十六个各干各的小函数，没有共用的东西。',
      },
      lookFor: {
        en: 'The same trunk, a different top: a plateau of small pieces. No single change would gain much. What is the most that the widest leaf could give?',
        zh: '主干一样，顶部不同：一片由小块拼成的高台。改哪一块都省不了多少。最宽的叶子最多能省多少？',
      },
      planted: [
        { query: { share: { self: { rank: 'self', nth: 1, ties: true } } }, within: [0.05, 0.3] },
        { query: { count: 'children', where: 'handle_request' }, within: [16, 18] },
      ],
    },
  ],

  async record(bench) {
    await bench.compile('main.c', 'hash-callers', ['-O2']);
    const taken = new Map<string, Taken>();
    for (const way of ['callers', 'callees']) {
      const command = ['./hash-callers', way, String(requests)];
      const run = await bench.perf({ name: way, command, frequency: 499, callGraph: 'dwarf,1024' });
      taken.set(`hash-${way}`, { ...run, work: { amount: requests, of: 'requests' } });
    }
    return taken;
  },
};
