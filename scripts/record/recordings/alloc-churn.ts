import { withFramePointers } from '../bench.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const lines = 4_000_000;

const shared = {
  view: 'on-cpu',
  language: 'C++',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

export const allocChurn: Recording = {
  id: 'alloc-churn',
  program:
    'alloc-churn: C++17, g++ -O2; unwound by DWARF, since libc and libstdc++ lack frame pointers',
  needs: [...perfTools, 'g++'],
  samples: [
    {
      ...shared,
      id: 'alloc-churn',
      file: 'alloc-churn.folded',
      causes: ['allocation-churn'],
      partOf: { set: 'alloc-churn', role: 'before' },
      title: { en: 'A new string for every word', zh: '每个词一个新字符串' },
      story: {
        en: 'A log is split into words and the words are counted. Each word becomes a string on the heap and each line a vector, both thrown away before the next line.',
        zh: '把日志拆成词，再数词。每个词都变成堆上的一个字符串，每一行都有一个 vector，读下一行之前统统丢掉。',
      },
      lookFor: {
        en: 'malloc, free and operator new, spread over several callers. No single box says “allocation”: search for it, or look at the total of each.',
        zh: 'malloc、free、operator new，分散在好几个调用者下面。没有哪个框写着“分配”：要用搜索，或者看每个函数的总计。',
      },
      planted: [
        {
          query: {
            share: { total: { match: '/^(malloc|cfree|operator new|_int_free|_int_malloc)/' } },
          },
          within: [0.15, 0.8],
        },
        {
          query: { ratio: [{ after: { samples: true } }, { samples: true }] },
          after: 'alloc-reuse',
          within: [0.2, 0.85],
        },
      ],
    },
    {
      ...shared,
      id: 'alloc-reuse',
      file: 'alloc-reuse.folded',
      causes: ['reuse'],
      partOf: { set: 'alloc-churn', role: 'after' },
      title: { en: 'The same words as views into the line', zh: '同样的词，只是行内的视图' },
      story: {
        en: 'The same lines and the same counts, but a word is a view into the line and the vector is used again. Nothing is allocated after the first lines.',
        zh: '同样的行，同样的计数，但词只是行里的一段视图，vector 反复使用。头几行之后，就再也没有分配。',
      },
      lookFor: {
        en: 'malloc is gone. count_words, which did not change, has grown in share.',
        zh: 'malloc 没了。没有改动过的 count_words，占比却变大了。',
      },
      planted: [
        { query: { share: { total: 'count_words' } }, within: [0.2, 0.8] },
        { query: { share: { total: 'split_into_views' } }, within: [0.1, 0.6] },
      ],
    },
  ],

  async record(bench) {
    await bench.compile('main.cpp', 'alloc-churn', [...withFramePointers, '-g1']);
    const taken = new Map<string, Taken>();
    for (const [id, way] of [
      ['alloc-churn', 'churn'],
      ['alloc-reuse', 'reuse'],
    ] as const) {
      const command = ['./alloc-churn', way, String(lines)];
      const run = await bench.perf({ name: way, command, frequency: 499, callGraph: 'dwarf,4096' });
      taken.set(id, { ...run, work: { amount: lines, of: 'lines' } });
    }
    return taken;
  },
};
