import type { Localized } from '../i18n/index.ts';

/** What the lab writes that other systems read. */
export type Export = 'folded' | 'speedscope' | 'pprof';

interface SystemData {
  readonly name: string;
  readonly url: string;
  readonly what: Localized<string>;
  readonly reads: readonly Export[];
  readonly sources: readonly string[];
}

interface NeedData {
  readonly id: 'continuous' | 'traces' | 'viewers';
  readonly need: Localized<string>;
  readonly systems: readonly SystemData[];
}

/** Each `reads` was looked up in the document beside it, in November 2026. */
export const needs: readonly NeedData[] = [
  {
    id: 'continuous',
    need: {
      en: 'Profiles of many machines, all the time: what changed since the last release, and where?',
      zh: '很多台机器、一直在录：上次发布以来什么变了，变在哪里？',
    },
    systems: [
      {
        name: 'Grafana Pyroscope',
        url: 'https://grafana.com/docs/pyroscope/latest/',
        what: {
          en: 'Stores profiles with labels and times, and compares any two spans. Its /ingest takes folded stacks (the default) and pprof.',
          zh: '按标签和时间保存剖析，任意两段都能比较。它的 /ingest 接收折叠栈（默认）和 pprof。',
        },
        reads: ['folded', 'pprof'],
        sources: ['https://grafana.com/docs/pyroscope/latest/configure-server/about-server-api/'],
      },
      {
        name: 'Parca',
        url: 'https://www.parca.dev/',
        what: {
          en: 'Its agent samples whole Linux machines by eBPF; its server takes any profile in pprof format.',
          zh: '它的 agent 用 eBPF 对整台 Linux 机器采样；服务器接收任何 pprof 格式的剖析。',
        },
        reads: ['pprof'],
        sources: ['https://github.com/parca-dev/parca/blob/main/README.md'],
      },
      {
        name: 'async-profiler, --loop',
        url: 'https://github.com/async-profiler/async-profiler',
        what: {
          en: 'For one JVM: writes a recording an hour, say, until you stop it. It reads none of our files; we read its .jfr and collapsed stacks.',
          zh: '针对一个 JVM：例如每小时写一份录制，直到叫它停。它不读我们的文件；我们能读它的 .jfr 和折叠栈。',
        },
        reads: [],
        sources: [
          'https://github.com/async-profiler/async-profiler/blob/master/docs/ProfilingModes.md',
        ],
      },
    ],
  },
  {
    id: 'traces',
    need: {
      en: 'Hours of trace: which thread ran when, and what did the request wait for?',
      zh: '几个小时的 trace：哪个线程在什么时候运行，请求在等什么？',
    },
    systems: [
      {
        name: 'Perfetto',
        url: 'https://ui.perfetto.dev/',
        what: {
          en: 'Time lines of large traces, with SQL on them (trace_processor). It opens pprof and folded stacks too, as flame graphs.',
          zh: '展示很大的 trace 的时间线，还能用 SQL 查询（trace_processor）。也能把 pprof 和折叠栈打开成火焰图。',
        },
        reads: ['folded', 'pprof'],
        sources: ['https://perfetto.dev/docs/getting-started/other-formats'],
      },
      {
        name: 'Firefox Profiler',
        url: 'https://profiler.firefox.com/',
        what: {
          en: 'Samples and markers of all threads on one time line; samply records for it. From folded stacks it makes samples one after another: that order is not time.',
          zh: '把所有线程的样本和标记放在一条时间线上；samply 为它录制。打开折叠栈时，它把样本依次排开：那个顺序不是时间。',
        },
        reads: ['folded'],
        sources: [
          'https://github.com/firefox-devtools/profiler/blob/main/src/profile-logic/import/flame-graph.ts',
        ],
      },
    ],
  },
  {
    id: 'viewers',
    need: {
      en: 'The same profile in another tool: source lines, a command line, a colleague’s favourite.',
      zh: '把同一份剖析放到别的工具里：看源码行、用命令行，或者用同事顺手的那个。',
    },
    systems: [
      {
        name: 'pprof',
        url: 'https://github.com/google/pprof',
        what: {
          en: 'Reports, graphs and comparisons (-base, -diff_base) on the command line or with -http.',
          zh: '在命令行或用 -http 出报告、画图、做比较（-base、-diff_base）。',
        },
        reads: ['pprof'],
        sources: ['https://github.com/google/pprof/blob/main/README.md'],
      },
      {
        name: 'speedscope',
        url: 'https://www.speedscope.app/',
        what: {
          en: 'Time order, left heavy and sandwich, in a browser and offline.',
          zh: '按时间、左重和 sandwich 三种视图，在浏览器里或离线使用。',
        },
        reads: ['speedscope', 'folded', 'pprof'],
        sources: [
          'https://github.com/jlfwong/speedscope/wiki/Importing-from-custom-sources',
          'https://github.com/jlfwong/speedscope/blob/main/src/import/pprof.ts',
        ],
      },
      {
        name: 'flamegraph.pl, inferno',
        url: 'https://github.com/brendangregg/FlameGraph',
        what: {
          en: 'Draw folded stacks as a picture that opens anywhere.',
          zh: '把折叠栈画成到处都能打开的图片。',
        },
        reads: ['folded'],
        sources: [
          'https://github.com/brendangregg/FlameGraph/blob/master/README.md',
          'https://github.com/jonhoo/inferno/blob/main/README.md',
        ],
      },
    ],
  },
];
