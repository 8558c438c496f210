import { formatPoints, formatShare } from '../../../../lib/flame/index.ts';
import { chance, number, pIs } from '../say-number.ts';
import type { IsItRealWords } from '../is-it-real-words.ts';

export const words: IsItRealWords = {
  caption: '选几次运行，看看它们能证明什么',
  before: '第一组：8 KiB',
  after: '第二组：1 MiB',
  again: '第二组：还是 8 KiB',
  against: '与谁比较',
  otherVersion: '另一个版本，1 MiB',
  sameVersion: '同一个版本的另外几次运行',
  run: (run) => `第 ${run} 次：`,
  samples: (count) => `${number(count, 'zh')} 个样本`,
  scale: (most) => `同样的 120 次下载，0 到 ${number(most, 'zh')} 个样本`,
  function: '函数的占比',
  runsTitle: 'CPU 时间：以运行为单位',
  shareTitle: '某个函数的占比：以样本为单位',
  empty: '每组至少选一次运行。',
  runsSay: ({ runs: { before, after, factor, p, leastP, interval } }) =>
    [
      `平均 ${number(before.mean, 'zh')} 个样本对 ${number(after.mean, 'zh')} 个，前者是后者的 ${number(factor, 'zh', 2)} 倍。`,
      `对各次运行做秩和检验，${pIs(p, 'zh')}。`,
      leastP > 0.05
        ? `${before.count} 次对 ${after.count} 次，p 最小也只能到 ${chance(leastP, 'zh')}：运行太少，什么结果都不算数。`
        : p <= 0.05
          ? '差别超出了同一个版本各次运行之间的出入。'
          : '差别没有超出同一个版本各次运行之间的出入。',
      interval === undefined
        ? ''
        : `变化在 ${number(interval[0], 'zh')} 到 ${number(interval[1], 'zh')} 个样本之间，置信水平至少 95%。`,
    ].join(''),
  sharesSay: ({ before, after, shares }) =>
    `${formatShare(before.samples / before.of, 'zh')}（${number(before.of, 'zh')} 个中的 ${number(before.samples, 'zh')} 个）对 ${formatShare(after.samples / after.of, 'zh')}（${number(after.of, 'zh')} 个中的 ${number(after.samples, 'zh')} 个）：${formatPoints(shares.difference, 'zh')} 个百分点，95% 区间 ${formatPoints(shares.interval[0], 'zh')} 到 ${formatPoints(shares.interval[1], 'zh')}，${pIs(shares.p, 'zh')}。换成样本数，同样的下载，一次运行有 ${number(before.perRun, 'zh')} 个对 ${number(after.perRun, 'zh')} 个。`,
  notProved: '光凭这些剖析数据证明不了的',
  limits: [
    '有人等得更短了：它们数的是 CPU 上的时间，不是等待；',
    '换一台机器、换个内核或重新构建也一样：十次运行用的都是同一份；',
    '没有别的东西变差，比如更大的缓冲区要占的内存。',
  ],
};
