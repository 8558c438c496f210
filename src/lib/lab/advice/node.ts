import { offCpuOnLinux } from './linux-perf.ts';
import type { RecipeData } from './recipe-data.ts';

const cli = 'https://nodejs.org/api/cli.html';

export const node: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: ['node --cpu-prof --cpu-prof-interval 200 --cpu-prof-dir prof <script>'],
    notes: [
      {
        en: 'The interval is in microseconds and 1000 unless given. The file is written when the process ends by itself; run it longer, or under more load, as well.',
        zh: '间隔的单位是微秒，默认 1000。文件在进程自己结束时写出；同时也要延长运行时间或加大负载。',
      },
    ],
    sources: [cli],
    ranWith: 'Node.js 20.20.2, 24.21.0',
  },
  {
    wish: 'symbols',
    commands: [
      'perf record -F 997 -g -o out.data -- node --perf-basic-prof --interpreted-frames-native-stack <script>',
      'perf script -i out.data > out.perf',
    ],
    notes: [
      {
        en: 'Linux only. Node writes a map of its compiled functions to /tmp/perf-<pid>.map, which perf script reads: run both on the same machine.',
        zh: '只适用于 Linux。Node 把编译后函数的地址写到 /tmp/perf-<pid>.map，perf script 会读它：两条命令要在同一台机器上运行。',
      },
    ],
    sources: [
      cli,
      'https://github.com/nodejs/nodejs.org/blob/main/apps/site/pages/en/learn/diagnostics/flame-graphs.md',
    ],
    ranWith: 'Node.js 20.20.2, 24.21.0, perf 6.1.192',
  },
  offCpuOnLinux,
];
