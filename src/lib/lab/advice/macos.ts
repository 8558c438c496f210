import type { RecipeData } from './recipe-data.ts';

export const samplePage =
  'https://developer.apple.com/library/mac/documentation/Darwin/Reference/ManPages/man1/sample.1.html';
const collapse = 'https://github.com/jonhoo/inferno/blob/main/src/bin/collapse-xctrace.rs';

export const macos: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: [
      "xcrun xctrace record --template 'Time Profiler' --attach <pid> --output out.trace",
      `xcrun xctrace export --input out.trace --xpath '/trace-toc/*/data/table[@schema="time-profile"]' > out.xml`,
    ],
    notes: [
      {
        en: 'Stop the recording with Ctrl-C after a minute or more. It samples what runs, every millisecond of processor time; open out.xml here.',
        zh: '录一分钟以上，再按 Ctrl-C 停止。它每毫秒 CPU 时间采样一次正在运行的代码；在这里打开 out.xml。',
      },
    ],
    sources: [collapse],
    lookedUp: 'xctrace',
  },
  {
    wish: 'symbols',
    commands: ['dsymutil <program>'],
    notes: [
      {
        en: 'Build with -g and do not strip; keep <program>.dSYM beside the program, and record again. Linker stubs (DYLD-STUB$$…) have their target’s name already: nothing is missing there.',
        zh: '用 -g 构建，不要 strip；把 <program>.dSYM 放在程序旁边，再重新录制。链接器桩（DYLD-STUB$$…）已经带着目标函数的名字，并没有缺什么。',
      },
    ],
    sources: ['https://github.com/llvm/llvm-project/blob/main/llvm/docs/CommandGuide/dsymutil.rst'],
    lookedUp: 'dsymutil',
  },
  {
    wish: 'waiting',
    commands: ['sample <pid> 60 1 -file out.sample.txt'],
    notes: [
      {
        en: 'sample stops the process every millisecond for 60 seconds and takes the stacks of all threads, also of those that wait. So its counts are time on the clock, not processor time.',
        zh: 'sample 在 60 秒里每毫秒暂停一次进程，记下所有线程的调用栈，等待的也算。所以它的计数是墙钟时间，不是 CPU 时间。',
      },
    ],
    sources: [samplePage],
    lookedUp: 'sample',
  },
];
