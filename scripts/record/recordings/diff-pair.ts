import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runPipelines } from '../diff-pipeline.ts';
import { samplesFolder } from '../manifest.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools, perfVersion } from '../tools.ts';

const lines = 4_000_000;

const shared = {
  view: 'on-cpu',
  language: 'C',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

export const diffPair: Recording = {
  id: 'diff-pair',
  program: 'diff-pair: C, gcc -O2 in two versions, both named “app”',
  needs: [...perfTools, 'gcc'],
  samples: [
    {
      ...shared,
      id: 'diff-before',
      file: 'diff-before.folded',
      causes: ['linear-search'],
      partOf: { set: 'differential', role: 'before' },
      title: { en: 'Users found by scanning', zh: '逐个扫描找用户' },
      story: {
        en: 'A program looks up the user of each line of a log by going through all users. It is the “before” of lesson 4.1, recorded by the corrected commands that are shown there.',
        zh: '一个程序为日志的每一行查用户，办法是把所有用户过一遍。这是 4.1 课的“改之前”，用课里给出的更正后的命令记录。',
      },
      lookFor: {
        en: 'find_by_scanning. In a differential graph as wide as the “after” it has no width at all: code that vanished cannot be seen there.',
        zh: 'find_by_scanning。在按“改之后”定宽的差分图里，它没有任何宽度：消失的代码在那里是看不见的。',
      },
      planted: [
        { query: { share: { self: 'find_by_scanning' } }, within: [0.25, 0.7] },
        {
          query: { ratio: [{ after: { self: 'write_report' } }, { self: 'write_report' }] },
          after: 'diff-after',
          within: [1.5, 3.5],
        },
        // The same code on the same lines: what it differs by is what the machine differs by.
        {
          query: { ratio: [{ after: { self: 'parse_line' } }, { self: 'parse_line' }] },
          after: 'diff-after',
          within: [0.93, 1.07],
        },
      ],
    },
    {
      ...shared,
      id: 'diff-after',
      file: 'diff-after.folded',
      causes: ['regression'],
      partOf: { set: 'differential', role: 'after' },
      title: { en: 'Users found by hash', zh: '用哈希找用户' },
      story: {
        en: 'The next version of the same program, on the same lines: users are found by hash. It is faster on the whole; and somebody made the report slower.',
        zh: '同一个程序的下一版，处理同样的行：用哈希查用户。总体变快了；但同时，有人把写报告改慢了。',
      },
      lookFor: {
        en: 'Three kinds of change at once: a frame that vanished, one that appeared, and write_report, which really grew. parse_line is the same code in both: its share grew by a lot, its samples only by what two runs differ by.',
        zh: '三种变化同时出现：消失的帧、新出现的帧，还有真的变大了的 write_report。parse_line 的代码两边一样：占比大了很多，样本数的差别只是两次运行之间的出入。',
      },
      planted: [
        { query: { share: { self: 'find_by_hash' } }, within: [0.002, 0.1] },
        { query: { share: { self: 'write_report' } }, within: [0.25, 0.7] },
        { holds: { not: { exists: 'find_by_scanning' } } },
      ],
    },
  ],

  async record(bench) {
    const runs = await runPipelines(bench);
    const folder = bench.path('corrected');
    const pipelines = { tool: perfVersion(), runs };
    await writeFile(
      join(samplesFolder, 'differential.json'),
      `${JSON.stringify(pipelines, undefined, 2)}\n`,
    );
    await writeFile(
      join(samplesFolder, 'differential.svg'),
      await readFile(join(folder, 'diff.svg')),
    );
    const taken = new Map<string, Taken>();
    for (const side of ['before', 'after']) {
      const command = `perf record -e cpu-clock -F 997 --call-graph dwarf,2048 -o ${side}.data -- ${side}/app`;
      taken.set(`diff-${side}`, {
        content: await readFile(join(folder, `${side}.folded`), 'utf8'),
        command,
        tool: perfVersion(),
        event: 'cpu-clock',
        frequency: 997,
        work: { amount: lines, of: 'lines' },
      });
    }
    return taken;
  },
};
