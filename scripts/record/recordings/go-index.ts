import { readFile } from 'node:fs/promises';
import { importProfile, toFolded } from '../../../src/lib/flame/index.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { versionOf } from '../tools.ts';
import { pprofOf } from '../with-unit.ts';

const records = 2_000_000;
const work = { amount: records, of: 'records' };

/** One of the four kinds of weight that a heap profile of Go holds on the same stacks. */
async function takeKind(pprof: Uint8Array, kind: string): Promise<Uint8Array> {
  const { profiles } = await importProfile(pprof, { fileName: 'heap.pb.gz' });
  const found = profiles.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`the heap profile has no ${kind}`);
  return pprofOf(toFolded(found), { name: kind, unit: 'bytes' });
}

const shared = { language: 'Go' } as const satisfies Partial<SampleText>;

const heap = {
  ...shared,
  view: 'heap',
  unit: 'bytes',
} as const satisfies Partial<SampleText>;

export const goIndex: Recording = {
  id: 'go-index',
  program: 'go-index: Go, runtime/pprof',
  needs: ['go'],
  samples: [
    {
      ...shared,
      id: 'go-cpu',
      file: 'go-cpu.pb.gz',
      view: 'on-cpu',
      unit: 'samples',
      causes: ['allocation-churn', 'garbage-collection'],
      title: { en: 'A Go program: CPU', zh: 'Go 程序：CPU' },
      story: {
        en: 'Records are glued together with +, field by field, so that each field copies all that came before. Go’s own profiler recorded it at 100 Hz; the file is as it was written.',
        zh: '记录是用 + 一段一段拼起来的，每加一个字段，前面的都要再复制一遍。由 Go 自带的剖析器以 100 Hz 记录；文件原样保存。',
      },
      lookFor: {
        en: 'runtime.concatstrings and mallocgc under joinFields, and the garbage collector in stacks of its own (gcBgMarkWorker), without the function that made the garbage.',
        zh: 'joinFields 下面的 runtime.concatstrings 和 mallocgc；还有单独成栈的垃圾回收（gcBgMarkWorker），那里看不到是谁制造的垃圾。',
      },
      planted: [
        { query: { share: { total: 'main.joinFields' } }, within: [0.25, 0.85] },
        { query: { share: { total: 'runtime.concatstrings' } }, within: [0.2, 0.8] },
      ],
    },
    {
      ...heap,
      id: 'go-heap-allocated',
      file: 'go-heap-allocated.pb.gz',
      causes: ['allocation-churn'],
      partOf: { set: 'go-heap', role: 'before' },
      title: { en: 'The same program: bytes allocated', zh: '同一个程序：分配过的字节' },
      story: {
        en: 'Go’s heap profile of the same run, counted by everything that was ever allocated, most of it long freed. It is sampled: about one allocation in 512 KiB, scaled up.',
        zh: '同一次运行的 Go 堆剖析，按曾经分配过的全部字节计，大多早已释放。它也是采样：大约每 512 KiB 取一次，再放大。',
      },
      lookFor: {
        en: 'joinFields by far: it is what makes the collector work. Compare with the bytes still in use, of the same run.',
        zh: '遥遥领先的是 joinFields：让回收器忙个不停的就是它。再和“仍在使用的字节”比一比。',
      },
      planted: [{ query: { share: { total: 'main.joinFields' } }, within: [0.5, 1] }],
    },
    {
      ...heap,
      id: 'go-heap-in-use',
      file: 'go-heap-in-use.pb.gz',
      causes: ['growing-memory'],
      partOf: { set: 'go-heap', role: 'after' },
      title: { en: 'The same program: bytes in use', zh: '同一个程序：仍在使用的字节' },
      story: {
        en: 'The same heap profile, counted by what was still reachable at the end, after a collection.',
        zh: '同一份堆剖析，按结束时（回收一次之后）仍然可达的字节计。',
      },
      lookFor: {
        en: 'remember, which hardly appeared before. What allocates most and what keeps most are two questions with two answers.',
        zh: '是 remember，前一张图里几乎看不到它。谁分配得最多、谁留住得最多，是两个问题，有两个答案。',
      },
      planted: [
        { query: { share: { total: 'main.remember' } }, within: [0.8, 1] },
        { holds: { not: { exists: 'main.joinFields' } } },
      ],
    },
  ],

  async record(bench) {
    await bench.run('go', ['build', '-trimpath', '-o', 'go-index', '.'], {
      GOCACHE: bench.path('cache'),
      GOFLAGS: '-mod=mod',
    });
    const command = ['./go-index', String(records), 'cpu.pb.gz', 'heap.pb.gz'];
    await bench.run(command[0] ?? '', command.slice(1));
    const tool = `runtime/pprof of ${versionOf('go').replace('go version ', '')}`;
    const run = { command: command.join(' '), tool, work };
    const heapBytes = await readFile(bench.path('heap.pb.gz'));
    const ofHeap = async (kind: string): Promise<Taken> => ({
      ...run,
      content: await takeKind(heapBytes, kind),
      event: `${kind}; one allocation in 512 KiB on average, scaled up`,
    });
    return new Map<string, Taken>([
      [
        'go-cpu',
        {
          ...run,
          content: await readFile(bench.path('cpu.pb.gz')),
          event: 'CPU time (SIGPROF)',
          frequency: 100,
        },
      ],
      ['go-heap-allocated', await ofHeap('alloc_space')],
      ['go-heap-in-use', await ofHeap('inuse_space')],
    ]);
  },
};
