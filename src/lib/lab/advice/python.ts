import type { RecipeData } from './recipe-data.ts';

const pySpy = 'https://github.com/benfred/py-spy/blob/master/README.md';
const perfProfiling = 'https://docs.python.org/3/howto/perf_profiling.html';

export const python: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: ['py-spy record -r 500 -d 60 -f raw -o out.folded --pid <pid>'],
    notes: [
      {
        en: '-r is the rate, 100 a second unless given. To start the program itself: py-spy record … -- python <script>; attaching to a running one usually needs sudo.',
        zh: '-r 是每秒采样次数，默认 100。要由它启动程序：py-spy record … -- python <script>；接上正在运行的进程通常需要 sudo。',
      },
    ],
    sources: [pySpy],
    ranWith: 'py-spy 0.4.2, Python 3.11.7',
  },
  {
    wish: 'symbols',
    commands: [
      'perf record -F 997 -k 1 --call-graph dwarf -o out.data -- python -X perf_jit <script>',
      'perf inject -i out.data --jit -o jit.data',
      'perf script -i jit.data > out.perf',
    ],
    notes: [
      {
        en: 'Linux, Python 3.13 or later. Functions are named py::name:file; C code stands between them.',
        zh: '适用于 Linux 和 Python 3.13 及以后。函数名写成 py::名字:文件；它们之间是 C 代码。',
      },
      {
        en: 'With Python 3.12, or an interpreter that was built with frame pointers, python -X perf (or PYTHONPERFSUPPORT=1) and perf record -g are enough. Without frame pointers this shows no Python names at all.',
        zh: 'Python 3.12，或者解释器是带帧指针构建的，用 python -X perf（或 PYTHONPERFSUPPORT=1）加 perf record -g 就够了。没有帧指针时，这样一个 Python 名字也看不到。',
      },
    ],
    sources: [perfProfiling],
    ranWith: 'Python 3.13.0, perf 6.1.192',
  },
  {
    wish: 'waiting',
    commands: ['py-spy record --idle -d 60 -f raw -o out.folded --pid <pid>'],
    notes: [
      {
        en: 'With --idle threads that wait are sampled too. --gil shows only those that hold the interpreter’s lock.',
        zh: '加上 --idle，等待的线程也会采样。--gil 只看拿着解释器锁（GIL）的线程。',
      },
    ],
    sources: [pySpy],
    ranWith: 'py-spy 0.4.2, Python 3.11.7',
  },
];
