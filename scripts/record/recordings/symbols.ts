import { mkdir } from 'node:fs/promises';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const rounds = 500;

const shared = {
  view: 'on-cpu',
  language: 'C++',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

export const symbols: Recording = {
  id: 'symbols',
  program: 'blur: C++17, g++ -O2 -g, then strip; unwound by DWARF in all three states',
  needs: [...perfTools, 'g++', 'binutils'],
  samples: [
    {
      ...shared,
      id: 'symbols-stripped',
      file: 'symbols-stripped.folded',
      causes: ['missing-symbols'],
      partOf: { set: 'symbols', role: 'before' },
      title: { en: 'Stripped: no names', zh: 'strip 之后：没有名字' },
      story: {
        en: 'A program blurs pictures. This binary was stripped of everything (strip -s), as many releases are.',
        zh: '一个把图片变模糊的程序。这个二进制被剥掉了一切（strip -s），很多发布版都是这样。',
      },
      lookFor: {
        en: 'Boxes that carry the binary’s name instead of a function’s. Different functions became one, and the graph looks simpler than the program is.',
        zh: '方框里写的是二进制的名字，而不是函数名。不同的函数并成了一个，图看上去比程序简单。',
      },
      planted: [{ query: { share: { self: '[blur]' } }, within: [0.9, 1] }],
    },
    {
      ...shared,
      id: 'symbols-only',
      file: 'symbols-only.folded',
      causes: ['inlining'],
      partOf: { set: 'symbols', role: 'variant' },
      title: { en: 'With a symbol table, without debug information', zh: '有符号表，没有调试信息' },
      story: {
        en: 'The same build, stripped only of its debug information (strip -g). Names come from the symbol table, so no debug build is needed to get them.',
        zh: '同一次编译，只剥掉调试信息（strip -g）。名字来自符号表，所以要看到名字并不需要调试版。',
      },
      lookFor: {
        en: 'blur_image has nearly all the self time. That is true and not all of it: the compiler put smaller functions into it.',
        zh: '几乎全部自身时间都在 blur_image。这没错，但不是全部：编译器把更小的函数内联进去了。',
      },
      planted: [
        { query: { share: { self: 'blur_image' } }, within: [0.6, 0.95] },
        { holds: { not: { exists: { match: 'pixel_at' } } } },
      ],
    },
    {
      ...shared,
      id: 'symbols-inlined',
      file: 'symbols-inlined.folded',
      causes: ['inlining', 'debug-information'],
      partOf: { set: 'symbols', role: 'after' },
      title: {
        en: 'With debug information: inlined functions are back',
        zh: '有调试信息：内联函数回来了',
      },
      story: {
        en: 'The same build with its debug information (-g). It says which instructions came from which inlined function, and perf script --inline draws them as frames. They are no calls: nothing was compiled differently.',
        zh: '同一次编译，保留调试信息（-g）。里面写着哪条指令来自哪个被内联的函数，perf script --inline 就把它们画成栈帧。它们不是真的调用：编译出来的代码没有任何不同。',
      },
      lookFor: {
        en: 'blur_image has the same total, but its self time went to mean_around, pixel_at and clamp_to.',
        zh: 'blur_image 的总计没变，自身时间却分给了 mean_around、pixel_at 和 clamp_to。',
      },
      planted: [
        { query: { share: { total: { match: 'pixel_at' } } }, within: [0.1, 0.9] },
        { query: { share: { total: { match: 'blur_image' } } }, within: [0.6, 0.95] },
      ],
    },
  ],

  async record(bench) {
    await bench.compile('main.cpp', 'inlined/blur', ['-O2', '-g']);
    await mkdir(bench.path('stripped'));
    await mkdir(bench.path('only'));
    await bench.run('strip', ['-s', 'inlined/blur', '-o', 'stripped/blur']);
    await bench.run('strip', ['-g', 'inlined/blur', '-o', 'only/blur']);
    const taken = new Map<string, Taken>();
    for (const state of ['stripped', 'only', 'inlined']) {
      const command = [`${state}/blur`, String(rounds)];
      const callGraph = 'dwarf,4096';
      const run = await bench.perf({
        name: state,
        command,
        frequency: 499,
        callGraph,
        inline: true,
      });
      taken.set(`symbols-${state}`, { ...run, work: { amount: rounds, of: 'pictures' } });
    }
    return taken;
  },
};
