import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

/** Rounds of a million updates, so that both take a few seconds. */
const rounds = { compute: 90, memory: 20 } as const;

const shared = {
  view: 'on-cpu',
  language: 'C',
  unit: 'samples',
  planted: [
    { query: { share: { self: 'update_entry' } }, within: [0.85, 1] },
    { query: { share: { total: 'apply_batch' } }, within: [0.85, 1] },
  ],
} as const satisfies Partial<SampleText>;

export const updateTable: Recording = {
  id: 'update-table',
  program: 'update-table: C, gcc -O2, once with -DMEMORY',
  needs: [...perfTools, 'gcc'],
  samples: [
    {
      ...shared,
      id: 'bound-compute',
      file: 'bound-compute.folded',
      causes: ['compute-bound'],
      partOf: { set: 'bound', role: 'before' },
      title: { en: 'Busy computing', zh: '忙着计算' },
      story: {
        en: 'Each update of a small table does some arithmetic. The processor has what it needs in its cache.',
        zh: '一张小表，每次更新做一点算术。处理器需要的数据都在缓存里。',
      },
      lookFor: {
        en: 'Put it beside “Busy waiting for memory”. The graphs are the same to the eye; the updates a second are not.',
        zh: '和“忙着等内存”那一份摆在一起看：两张图肉眼看不出差别，每秒完成的更新数却差得远。',
      },
    },
    {
      ...shared,
      id: 'bound-memory',
      file: 'bound-memory.folded',
      causes: ['memory-bound'],
      partOf: { set: 'bound', role: 'after' },
      title: { en: 'Busy waiting for memory', zh: '忙着等内存' },
      story: {
        en: 'The same functions on a table of 256 MiB: each update touches a place that is in no cache, and the processor stands still until it comes. To the kernel the thread is running all the while.',
        zh: '同样的函数，换成 256 MiB 的表：每次更新碰的位置都不在缓存里，处理器只能停下来等。在内核看来，这个线程一直在运行。',
      },
      lookFor: {
        en: 'Nothing in this graph says “memory”. What would tell: instructions per cycle (perf stat), or work per second. This virtual machine has no hardware counters, so only the latter could be measured here.',
        zh: '这张图里没有任何一处写着“内存”。能说明问题的是每周期指令数（perf stat），或者每秒的工作量。这台虚拟机没有硬件计数器，这里只测得了后者。',
      },
    },
  ],

  async record(bench) {
    await bench.compile('main.c', 'compute/update-table', ['-O2']);
    await bench.compile('main.c', 'memory/update-table', ['-O2', '-DMEMORY']);
    const taken = new Map<string, Taken>();
    for (const kind of ['compute', 'memory'] as const) {
      const command = [`${kind}/update-table`, String(rounds[kind])];
      const run = await bench.perf({
        name: kind,
        command,
        frequency: 499,
        callGraph: 'dwarf,1024',
      });
      const work = { amount: rounds[kind] * 1_000_000, of: 'updates' };
      taken.set(`bound-${kind}`, { ...run, work });
    }
    return taken;
  },
};
