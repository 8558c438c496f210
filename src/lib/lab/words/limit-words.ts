import type { Localized } from '../../i18n/index.ts';

interface LimitWords {
  readonly what: (size: string, limit: string) => string;
  /** The first helps most; each is complete in itself. */
  readonly advice: readonly string[];
}

export const limitWords: Localized<LimitWords> = {
  en: {
    what: (size, limit) =>
      `The file has ${size}; this page reads up to ${limit}, since a browser tab can hold no more.`,
    advice: [
      'Fold it where it was recorded: equal stacks become one line, and gigabytes often become megabytes. For perf: perf script -i perf.data | stackcollapse-perf.pl > out.folded (or inferno-collapse-perf).',
      'Take a part of the time: perf script -i perf.data --time 0%-10% > out.perf. Say so where you show the figures.',
      'Sample down: record again with a lower frequency or for a shorter time. Ten thousand samples give every share to ± 1 point.',
      'A pprof file opens as it is in pprof -http=: <file>, a long trace in Perfetto’s trace_processor.',
    ],
  },
  zh: {
    what: (size, limit) => `这个文件有 ${size}；这个页面最多读 ${limit}，浏览器标签页装不下更多。`,
    advice: [
      '在录制的机器上先折叠：相同的调用栈合成一行，几 GB 往往变成几 MB。perf 的话：perf script -i perf.data | stackcollapse-perf.pl > out.folded（或用 inferno-collapse-perf）。',
      '只取一段时间：perf script -i perf.data --time 0%-10% > out.perf。给出数字时要说明这一点。',
      '少采一些：降低频率或缩短时间，重新录制。一万个样本就能把每个占比确定到正负 1 个百分点以内。',
      'pprof 文件可以直接用 pprof -http=: <文件> 打开，很长的 trace 可以用 Perfetto 的 trace_processor。',
    ],
  },
};
