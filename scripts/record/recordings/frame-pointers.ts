import { withFramePointers } from '../bench.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const rounds = 150_000;

const shared = {
  view: 'on-cpu',
  language: 'C',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

/** The caller that is nine calls above the hot leaf. */
const chain = 'handle_request';

export const framePointers: Recording = {
  id: 'frame-pointers',
  program: 'frame-pointers: C, gcc -O2, with and without -fno-omit-frame-pointer',
  needs: [...perfTools, 'gcc'],
  samples: [
    {
      ...shared,
      id: 'stacks-broken',
      file: 'stacks-broken.folded',
      causes: ['missing-frame-pointers'],
      partOf: { set: 'unwinding', role: 'before' },
      title: { en: 'No frame pointers: broken stacks', zh: '没有帧指针：断掉的调用栈' },
      story: {
        en: 'Ten functions call each other in a chain, compiled as compilers do it by default, without frame pointers. perf was told to follow frame pointers all the same (-g).',
        zh: '十个函数一层层调用，用编译器的默认方式编译，没有帧指针。perf 却仍按帧指针去走（-g）。',
      },
      lookFor: {
        en: 'Low stacks: the hot function stands right on the program’s name, and the chain is gone. The self times are still right; every total is not.',
        zh: '栈很矮：热点函数直接立在程序名上，整条调用链不见了。自身样本数仍然是对的，所有的总计都不对了。',
      },
      planted: [
        { query: { share: { self: 'measure_edge' } }, within: [0.4, 0.95] },
        { query: { depth: 'measure_edge' }, within: [2, 5] },
      ],
    },
    {
      ...shared,
      id: 'stacks-dwarf',
      file: 'stacks-dwarf.folded',
      causes: ['dwarf-unwinding'],
      partOf: { set: 'unwinding', role: 'variant' },
      title: { en: 'The same binary, unwound by DWARF', zh: '同一个二进制，用 DWARF 回溯' },
      story: {
        en: 'The same binary without frame pointers, recorded with --call-graph dwarf: with each sample the kernel copies 8 KiB of the stack, and perf works the callers out afterwards from the unwind tables.',
        zh: '还是那个没有帧指针的二进制，改用 --call-graph dwarf：每采一个样本，内核就复制 8 KiB 的栈，事后由 perf 按回溯表算出调用者。',
      },
      lookFor: {
        en: 'The whole chain is back, through the C library’s qsort as well. Its price stands below: compare the sizes of the raw files.',
        zh: '整条链都回来了，连 C 库的 qsort 也能穿过去。代价写在下面：比一比原始文件的大小。',
      },
      planted: [
        { query: { share: { total: chain } }, within: [0.5, 1] },
        { query: { share: { total: 'sort_heights' } }, within: [0.05, 0.5] },
        { query: { depth: 'measure_edge' }, within: [13, 18] },
      ],
    },
    {
      ...shared,
      id: 'stacks-frame-pointers',
      file: 'stacks-frame-pointers.folded',
      causes: ['frame-pointers'],
      partOf: { set: 'unwinding', role: 'after' },
      title: { en: 'Compiled with frame pointers', zh: '带帧指针编译' },
      story: {
        en: 'The same source, compiled with -fno-omit-frame-pointer, recorded with -g: right and cheap. The C library of Debian 12 still has none.',
        zh: '同样的源码，加上 -fno-omit-frame-pointer 编译，用 -g 记录：又对又便宜。不过 Debian 12 的 C 库依旧没有帧指针。',
      },
      lookFor: {
        en: 'Two gaps. measure_ring, the caller of the hot leaf, is missing, since gcc gives a leaf function no frame. And compare_heights has lost all its callers: it is called from inside the C library, where the walk breaks off.',
        zh: '有两处缺口。热点叶子的调用者 measure_ring 不见了，因为 gcc 不给叶函数建栈帧。compare_heights 的调用者全丢了：它是从 C 库里面回调的，走到那里就断了。',
      },
      planted: [
        { query: { share: { total: chain } }, within: [0.5, 1] },
        { query: { share: { total: 'sort_heights' } }, within: [0, 0.05] },
        { query: { share: { total: 'measure_ring' } }, within: [0, 0.1] },
        { query: { depth: 'measure_edge' }, within: [12, 16] },
      ],
    },
  ],

  async record(bench) {
    await bench.compile('main.c', 'without/frame-pointers', ['-O2', '-fomit-frame-pointer']);
    await bench.compile('main.c', 'with/frame-pointers', withFramePointers);
    const taken = new Map<string, Taken>();
    for (const { id, folder, callGraph } of [
      { id: 'stacks-broken', folder: 'without', callGraph: 'fp' },
      { id: 'stacks-dwarf', folder: 'without', callGraph: 'dwarf' },
      { id: 'stacks-frame-pointers', folder: 'with', callGraph: 'fp' },
    ]) {
      const command = [`${folder}/frame-pointers`, String(rounds)];
      const run = await bench.perf({ name: id, command, frequency: 499, callGraph });
      taken.set(id, { ...run, work: { amount: rounds, of: 'rounds' } });
    }
    return taken;
  },
};
