import type { RecipeData } from './recipe-data.ts';

const perfRecord = 'https://man7.org/linux/man-pages/man1/perf-record.1.html';
const perfScript = 'https://man7.org/linux/man-pages/man1/perf-script.1.html';
const kernelSettings =
  'https://github.com/torvalds/linux/blob/master/Documentation/admin-guide/sysctl/kernel.rst';
const gccOptions = 'https://gcc.gnu.org/onlinedocs/gcc-5.5.0/gcc/Optimize-Options.html';

/** Off-CPU time is the same question for every program on Linux. */
export const offCpuOnLinux: RecipeData = {
  wish: 'waiting',
  commands: ['sudo offcputime -f -p <pid> 30 > off-cpu.folded'],
  notes: [
    {
      en: 'A tool of bcc: in Debian and Ubuntu the package is bpfcc-tools and the command offcputime-bpfcc. Its numbers are microseconds of waiting, not samples: read shares, not intervals.',
      zh: '这是 bcc 的工具：在 Debian 和 Ubuntu 里，软件包叫 bpfcc-tools，命令叫 offcputime-bpfcc。它的数字是等待的微秒数，不是样本：看占比，不看区间。',
    },
    {
      en: 'perf record --off-cpu does the same where perf was built with BPF skeletons. Debian’s perf 6.1 was not, and only warns.',
      zh: '如果 perf 构建时带 BPF skeleton，perf record --off-cpu 也能做同样的事。Debian 的 perf 6.1 没有带，只会给一句警告。',
    },
  ],
  sources: ['https://github.com/iovisor/bcc/blob/master/man/man8/offcputime.8', perfRecord],
  lookedUp: 'offcputime (bcc 0.26)',
};

export const linuxPerf: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: [
      'perf record -F 997 --call-graph dwarf -o out.data -- <program> <arguments>',
      'perf script -i out.data > out.perf',
    ],
    notes: [
      {
        en: 'The number of samples is the frequency times the processor time: run longer or under more load before you raise -F. A program that runs already is recorded with -p <pid> -- sleep 60.',
        zh: '样本数等于频率乘以 CPU 时间：先延长运行时间或加大负载，再考虑提高 -F。程序已经在运行时，用 -p <pid> -- sleep 60。',
      },
      {
        en: '997 instead of 1000, so that the samples do not keep step with a timer of the program.',
        zh: '用 997 而不是 1000，是为了不和程序里的定时器同步。',
      },
    ],
    sources: [perfRecord, perfScript],
    ranWith: 'perf 6.1.192',
  },
  {
    wish: 'symbols',
    commands: [
      'gcc -O2 -g -fno-omit-frame-pointer -o <program> <source>',
      'perf record -F 997 --call-graph fp -o out.data -- <program> <arguments>',
      'perf script -i out.data > out.perf',
    ],
    notes: [
      {
        en: 'Do not strip the program, and run perf script on the machine that has the same files. For libraries of the system install their debug symbol packages.',
        zh: '不要 strip 程序，并在有同样文件的机器上运行 perf script。系统库的符号要另装调试符号包。',
      },
    ],
    sources: [perfRecord, gccOptions],
    ranWith: 'gcc 12.2, perf 6.1.192',
  },
  {
    wish: 'whole-stacks',
    commands: [
      'perf record -F 997 --call-graph dwarf,65528 -o out.data -- <program> <arguments>',
      'perf script --max-stack 512 -i out.data > out.perf',
    ],
    notes: [
      {
        en: 'dwarf copies the stack into each sample (8 KiB unless a size is given, 65,528 bytes at most), so files get large. Where everything is built with -fno-omit-frame-pointer, --call-graph fp is enough, but it loses the caller of a leaf that has no frame.',
        zh: 'dwarf 把调用栈复制进每个样本（默认 8 KiB，最多 65,528 字节），文件会很大。如果全部代码都用 -fno-omit-frame-pointer 构建，--call-graph fp 就够了，但没有栈帧的叶子函数会丢掉它的调用者。',
      },
      {
        en: 'Stacks of more than 127 frames are cut by perf script (--max-stack) and, with fp, by the kernel: sysctl kernel.perf_event_max_stack.',
        zh: '超过 127 帧的调用栈会被 perf script 截断（--max-stack）；用 fp 时内核也会截断，见 sysctl kernel.perf_event_max_stack。',
      },
    ],
    sources: [perfRecord, perfScript, kernelSettings],
    ranWith: 'perf 6.1.192',
  },
  offCpuOnLinux,
  {
    wish: 'kernel',
    commands: [
      'sudo sysctl kernel.perf_event_paranoid=1 kernel.kptr_restrict=0',
      'perf record -F 997 --call-graph fp -o out.data -- <program> <arguments>',
      'perf script -i out.data > out.perf',
    ],
    notes: [
      {
        en: 'With perf_event_paranoid above 1 only root sees kernel frames; with kptr_restrict above 0 they may have no names.',
        zh: 'perf_event_paranoid 大于 1 时，只有 root 能看到内核栈帧；kptr_restrict 大于 0 时，它们可能没有名字。',
      },
    ],
    sources: [kernelSettings, perfRecord],
    ranWith: 'perf 6.1.192',
    lookedUp: 'sysctl',
  },
];
