import { withFramePointers } from '../bench.ts';
import type { Recording } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const ways = {
  mutual: { rounds: 1_200_000, callGraph: 'dwarf' },
  deep: { rounds: 700_000, callGraph: 'fp' },
} as const;

const shared = { view: 'on-cpu', language: 'C', unit: 'samples' } as const;

export const recursion: Recording = {
  id: 'recursion',
  program: 'recursion: C, gcc -O2 with frame pointers; the parser unwound by DWARF',
  needs: [...perfTools, 'gcc'],
  samples: [
    {
      ...shared,
      id: 'recursion-mutual',
      file: 'recursion-mutual.folded',
      causes: ['recursion'],
      title: { en: 'Two functions that call each other', zh: '互相调用的两个函数' },
      story: {
        en: 'A parser of nested lists: parse_value calls parse_list, which calls parse_value for each entry, up to forty lists deep.',
        zh: '一个嵌套列表的解析器：parse_value 调用 parse_list，parse_list 又为每个元素调用 parse_value，最多嵌套四十层。',
      },
      lookFor: {
        en: 'Add up the widths of all boxes called parse_value, and you get far more than 100 %. A function’s total counts each sample once, however often the function stands in the stack.',
        zh: '把所有叫 parse_value 的框加起来，远远超过 100%。函数的总计对每个样本只数一次，不管它在栈里出现多少回。',
      },
      planted: [
        { query: { share: { total: 'parse_value' } }, within: [0.9, 1] },
        { query: { count: 'frames', where: 'parse_value' }, within: [10, 60] },
        { query: { share: { self: 'parse_number' } }, within: [0.6, 1] },
      ],
    },
    {
      ...shared,
      id: 'recursion-deep',
      file: 'recursion-deep.folded',
      causes: ['recursion', 'truncated-stacks'],
      title: { en: 'Deeper than the profiler looks', zh: '比剖析器看得更深' },
      story: {
        en: 'A list of 300 entries is added up by plain recursion. perf keeps 127 frames of a stack unless told otherwise (kernel.perf_event_max_stack), counted from the leaf.',
        zh: '用朴素的递归把一个 300 项的链表加起来。除非另行设置（kernel.perf_event_max_stack），perf 只保留栈的 127 帧，从叶子数起。',
      },
      lookFor: {
        en: 'Stacks of which main is missing: the profiler cut their root off, so they stand beside the others as if they had no caller. The cut is at the root, not at the leaf.',
        zh: '有些栈里没有 main：根部被剖析器切掉了，于是它们像没有调用者一样立在旁边。切掉的是根，不是叶子。',
      },
      planted: [
        { query: { share: { total: 'sum_entries' } }, within: [0.9, 1] },
        { query: { share: { total: 'main' } }, within: [0.1, 0.8] },
        { query: { depth: true }, within: [127, 130] },
      ],
    },
  ],

  async record(bench) {
    await bench.compile('main.c', 'recursion', withFramePointers);
    const taken = new Map<string, Taken>();
    for (const way of ['mutual', 'deep'] as const) {
      const { rounds, callGraph } = ways[way];
      const command = ['./recursion', way, String(rounds)];
      const run = await bench.perf({ name: way, command, frequency: 499, callGraph });
      taken.set(`recursion-${way}`, run);
    }
    return taken;
  },
};
