import { copyFile, cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Bench } from '../bench.ts';
import type { Recording } from '../recording.ts';

const require = createRequire(import.meta.url);
/** Packages of this project, whose declarations are checked: large, typed, and at hand. */
const checked = ['typescript', 'zod', 'vite', 'playwright-core', '@types/node'] as const;

const settings = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'nodenext',
    lib: ['esnext', 'dom', 'dom.iterable'],
    types: ['node'],
    skipLibCheck: false, // to check the packages is the work
  },
  files: ['main.ts'],
};

const main = `import * as ts from 'typescript';
import * as vite from 'vite';
import * as playwright from 'playwright-core';
import { z } from 'zod';
export const all = [ts, vite, playwright, z];
`;

async function layOut(bench: Bench): Promise<void> {
  const modules = dirname(dirname(require.resolve('typescript/package.json')));
  for (const name of checked) {
    await cp(join(modules, name), bench.path('node_modules', name), { recursive: true });
  }
  await copyFile(process.execPath, bench.path('node'));
  await writeFile(bench.path('tsconfig.json'), JSON.stringify(settings));
  await writeFile(bench.path('main.ts'), main);
}

export const typescriptCompiler: Recording = {
  id: 'typescript-compiler',
  program: `tsc ${require('typescript').version} checking the declarations of ${checked.join(', ')}`,
  needs: [],
  samples: [
    {
      id: 'typescript-compiler',
      file: 'typescript-compiler.cpuprofile.gz',
      title: { en: 'The TypeScript compiler at work', zh: '工作中的 TypeScript 编译器' },
      story: {
        en: 'A program that everybody here has waited for: tsc checks the declarations of five packages. Nothing is planted. It is here for its size: a real profile with far more than 100,000 boxes, to see what a graph, a search or a table does with it.',
        zh: '一个大家都等过的程序：tsc 检查五个包的类型声明。没有埋任何原因，它在这里是因为大：一份真实的、远超十万个框的剖析，看看图、搜索和表格遇到它会怎样。',
      },
      lookFor: {
        en: 'No box at the top is wide, though the graph is deep: the checker calls itself. Where does the time go by self, and how much of it is garbage collection?',
        zh: '图很深，顶部却没有一个宽框：类型检查器在不断调用自己。按自身时间算，时间去了哪里？垃圾回收又占了多少？',
      },
      view: 'wall-clock',
      language: 'JavaScript',
      causes: ['large-profile', 'recursion', 'garbage-collection'],
      unit: 'samples',
      planted: [
        { query: { count: 'frames' }, within: [100_000, 400_000] },
        { query: { share: { total: { match: 'checkSourceFile' } } }, within: [0.3, 1] },
      ],
    },
  ],

  async record(bench) {
    await layOut(bench);
    const options = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', 'prof'];
    const tsc = 'node_modules/typescript/lib/tsc.js';
    // It ends with 2 where a declaration has an error; the profile is whole all the same.
    await bench.run('./node', [...options, tsc, '-p', '.']).catch(() => undefined);
    const [file] = await readdir(bench.path('prof'));
    if (file === undefined) throw new Error('tsc left no profile behind');
    return new Map([
      [
        'typescript-compiler',
        {
          content: await readFile(bench.path('prof', file)),
          command: `node ${options.join(' ')} ${tsc} -p .`,
          tool: `Node.js ${process.version} (V8 CPU profiler)`,
          event: 'wall clock of the JavaScript thread',
          frequency: 10_000,
        },
      ],
    ]);
  },
};
