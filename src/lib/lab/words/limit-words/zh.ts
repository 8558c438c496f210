import type { LimitWords } from '../limit-words.ts';

export const words: LimitWords = {
  what: (size, limit) => `这个文件有 ${size}；这个页面最多读 ${limit}，浏览器标签页装不下更多。`,
  advice: [
    '在录制的机器上先折叠：相同的调用栈合成一行，几 GB 往往变成几 MB。perf 的话：perf script -i perf.data | stackcollapse-perf.pl > out.folded（或用 inferno-collapse-perf）。',
    '只取一段时间：perf script -i perf.data --time 0%-10% > out.perf。给出数字时要说明这一点。',
    '少采一些：降低频率或缩短时间，重新录制。一万个样本就能把每个占比确定到正负 1 个百分点以内。',
    'pprof 文件可以直接用 pprof -http=: <文件> 打开，很长的 trace 可以用 Perfetto 的 trace_processor。',
  ],
};
