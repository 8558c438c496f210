import { sayInChinese as say } from '../../../flame/index.ts';
import type { WeightUnit } from '../../../flame/index.ts';
import type { CompareWords } from '../compare-words.ts';

const units: Readonly<Record<WeightUnit, string>> = {
  samples: '样本',
  nanoseconds: '时间',
  bytes: '字节',
  count: '自定的计数',
};

export const words: CompareWords = {
  title: (before, after) => say`${before} 与 ${after} 的比较`,
  size: (before, after) => say`之前：${before}。之后：${after}。`,
  normalised: (times) =>
    say`比的是占比：之前的那份乘以 ${times}，使两边总量相同。因此别处变小时，权重没变的函数看上去会变大。如果两边做的工作一样多，还要比一比每个请求的权重。`,
  verdict: (clear, tested) =>
    clear === 0
      ? say`按自身权重比较了 ${String(tested)} 个函数，没有一个的变化超出偶然。`
      : say`按自身权重比较了 ${String(tested)} 个函数，其中 ${String(clear)} 个的变化超出偶然；其余都可能是噪声。`,
  oneRunEach: say`两边各只录了一次，看不出同一个程序每次运行会差多少。请交替多录几次，并以“一次运行”为单位来比。`,
  holm: '每个区间只针对那一项变化，置信度 95%，并假定样本相互独立。同时看很多函数时，总有几个会因偶然而突出：只有在全部函数里仍然突出的，才算明确的变化（Holm 校正，5%）。',
  echoes: '同一条调用链上的总权重一起变：彼此叠放、权重几乎相同的栈帧，这里只列一个。',
  obstacles: {
    units: (before, after) =>
      say`这两份不能比：之前计的是${units[before]}，之后计的是${units[after]}。请用同样的方式录制两份。`,
    empty: {
      before: say`没有可比的对象：之前没有权重。`,
      after: say`没有可比的内容：之后没有权重。`,
      both: say`没有可比的内容：两边都没有权重。`,
    },
    roots: say`两份没有共同的根，所以每个栈帧不是新出现就是消失了。根往往是程序名或线程名：请把两边改成一样，或只按函数来比。`,
    events: (before, after) => say`两份录的是不同的事件（${before} 和 ${after}）：占比的含义不同。`,
    durations: (before, after) =>
      say`时长相差很大：之前 ${before}，之后 ${after}。启动之类的阶段所占的份额也就不同。`,
    sampleCounts: (before, after) =>
      say`样本数相差很大：之前 ${before}，之后 ${after}。能看清多少，取决于少的那一份；另外，两边做的工作一样多吗？`,
    fewSamples: (before, after) =>
      say`有一边不到 100 个样本（之前 ${before}，之后 ${after}），只有非常大的变化才能和偶然区分开。`,
    notSamples: say`权重不是样本数，所以这里分不清变化和偶然。请多录几次，看它是否还在。`,
  },
  change: (frame, shares, points, weights) =>
    say`${frame}：${shares}，${points} 个百分点（${weights}）。`,
  interval: (low, high) => say`变化的 95% 区间：${low} 到 ${high}。`,
  clear: say`超出偶然。`,
  noise: say`可能是噪声。`,
  needed: (samples) => say`要看出这样的变化，每边大约需要 ${samples} 个样本。`,
  appeared: (frame, measured) => say`${frame}：${measured}，之前没有。`,
  vanished: (frame, measured) => say`${frame}：之前 ${measured}，之后没有了。`,
};
