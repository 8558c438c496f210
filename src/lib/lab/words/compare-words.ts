import { joinText, say, sayInChinese } from '../../flame/index.ts';
import type { Text, WeightUnit } from '../../flame/index.ts';
import type { Localized } from '../../i18n/index.ts';

export interface CompareWords {
  readonly title: (before: string, after: string) => Text;
  readonly size: (before: string, after: string) => Text;
  /** What is compared, and what that hides. `times` is what before was multiplied by. */
  readonly normalised: (times: string) => Text;
  readonly verdict: (clear: number, tested: number) => Text;
  readonly oneRunEach: Text;
  readonly holm: string;
  /** Of a chain whose totals change together only one frame is named. */
  readonly echoes: string;
  readonly obstacles: {
    readonly units: (before: WeightUnit, after: WeightUnit) => Text;
    readonly empty: Readonly<Record<'before' | 'after' | 'both', Text>>;
    readonly roots: Text;
    readonly events: (before: string, after: string) => Text;
    readonly durations: (before: string, after: string) => Text;
    readonly sampleCounts: (before: string, after: string) => Text;
    readonly fewSamples: (before: string, after: string) => Text;
    readonly notSamples: Text;
  };
  /** `write: 8% → 15%, +7 points`, and what is recorded. */
  readonly change: (frame: Text, shares: string, points: string, weights: string) => Text;
  readonly interval: (low: string, high: string) => Text;
  readonly clear: Text;
  readonly noise: Text;
  /** Samples on each side that would show such a change. */
  readonly needed: (samples: string) => Text;
  readonly appeared: (frame: Text, measured: string) => Text;
  readonly vanished: (frame: Text, measured: string) => Text;
}

const units: Localized<Readonly<Record<WeightUnit, string>>> = {
  en: { samples: 'samples', nanoseconds: 'time', bytes: 'bytes', count: 'a count of its own' },
  zh: { samples: '样本', nanoseconds: '时间', bytes: '字节', count: '自定的计数' },
};

const zh = sayInChinese;

export const compareWords: Localized<CompareWords> = {
  en: {
    title: (before, after) => say`${before} compared with ${after}`,
    size: (before, after) => say`Before: ${before}. After: ${after}.`,
    normalised: (times) =>
      say`Shares are compared: before was multiplied by ${times}, so that both have the same total. What kept its weight then seems to grow where the rest shrank. If both did the same work, compare weights for each request too.`,
    verdict: (clear, tested) =>
      clear === 0
        ? say`Of ${String(tested)} functions compared by self, none changed more than chance explains.`
        : say`Of ${String(tested)} functions compared by self, ${String(clear)} changed more than chance explains; all the others could be noise.`,
    oneRunEach: say`One run on each side does not show how much runs of the same program differ. Alternate several runs of each, and take the run as the unit.`,
    holm: 'Each interval is for one change alone, at 95%, with samples taken as independent. Where many functions are looked at, some stand out by chance: a change is called clear only if it stands out from all of them (Holm’s correction, 5%).',
    echoes:
      'Totals of one call chain change together: of frames that stand on one another with almost the same weights only one is named.',
    obstacles: {
      units: (before, after) =>
        say`These cannot be compared: before counts ${units.en[before]}, after counts ${units.en[after]}. Record both in the same way.`,
      empty: {
        before: say`There is nothing to compare with: before has no weight.`,
        after: say`There is nothing to compare: after has no weight.`,
        both: say`There is nothing to compare: both have no weight.`,
      },
      roots: say`The two have no root in common, so every frame is new or gone. Often the root is the program’s name or a thread’s: give both the same, or compare by function.`,
      events: (before, after) =>
        say`They were recorded with different events (${before} and ${after}): their shares mean different things.`,
      durations: (before, after) =>
        say`One lasted much longer: ${before} before, ${after} after. Phases such as start-up then have another share.`,
      sampleCounts: (before, after) =>
        say`The numbers of samples are far apart: ${before} before, ${after} after. The smaller decides what can be seen; was the same work done?`,
      fewSamples: (before, after) =>
        say`Under 100 samples on a side (${before} before, ${after} after), only very large changes stand out from chance.`,
      notSamples: say`Weights do not count samples, so nobody can tell a change from chance here. Record several times and see whether it stays.`,
    },
    change: (frame, shares, points, weights) =>
      say`${frame}: ${shares}, ${points} points (${weights}).`,
    interval: (low, high) => say` 95% interval of the change: ${low} to ${high}.`,
    clear: say` More than chance explains.`,
    noise: say` Could be noise.`,
    needed: (samples) =>
      say` To show a change like this, take about ${samples} samples on each side.`,
    appeared: (frame, measured) => say`${frame}: ${measured}, with nothing before.`,
    vanished: (frame, measured) => say`${frame}: ${measured} before, and nothing after.`,
  },
  zh: {
    title: (before, after) => zh`${before} 与 ${after} 的比较`,
    size: (before, after) => zh`之前：${before}。之后：${after}。`,
    normalised: (times) =>
      zh`比的是占比：之前的那份乘以 ${times}，使两边总量相同。因此别处变小时，权重没变的函数看上去会变大。如果两边做的工作一样多，还要比一比每个请求的权重。`,
    verdict: (clear, tested) =>
      clear === 0
        ? zh`按自身权重比较了 ${String(tested)} 个函数，没有一个的变化超出偶然。`
        : zh`按自身权重比较了 ${String(tested)} 个函数，其中 ${String(clear)} 个的变化超出偶然；其余都可能是噪声。`,
    oneRunEach: zh`两边各只录了一次，看不出同一个程序每次运行会差多少。请交替多录几次，并以“一次运行”为单位来比。`,
    holm: '每个区间只针对那一项变化，置信度 95%，并假定样本相互独立。同时看很多函数时，总有几个会因偶然而突出：只有在全部函数里仍然突出的，才算明确的变化（Holm 校正，5%）。',
    echoes: '同一条调用链上的总权重一起变：彼此叠放、权重几乎相同的栈帧，这里只列一个。',
    obstacles: {
      units: (before, after) =>
        zh`这两份不能比：之前计的是${units.zh[before]}，之后计的是${units.zh[after]}。请用同样的方式录制两份。`,
      empty: {
        before: zh`没有可比的对象：之前没有权重。`,
        after: zh`没有可比的内容：之后没有权重。`,
        both: zh`没有可比的内容：两边都没有权重。`,
      },
      roots: zh`两份没有共同的根，所以每个栈帧不是新出现就是消失了。根往往是程序名或线程名：请把两边改成一样，或只按函数来比。`,
      events: (before, after) =>
        zh`两份录的是不同的事件（${before} 和 ${after}）：占比的含义不同。`,
      durations: (before, after) =>
        zh`时长相差很大：之前 ${before}，之后 ${after}。启动之类的阶段所占的份额也就不同。`,
      sampleCounts: (before, after) =>
        zh`样本数相差很大：之前 ${before}，之后 ${after}。能看清多少，取决于少的那一份；另外，两边做的工作一样多吗？`,
      fewSamples: (before, after) =>
        zh`有一边不到 100 个样本（之前 ${before}，之后 ${after}），只有非常大的变化才能和偶然区分开。`,
      notSamples: zh`权重不是样本数，所以这里分不清变化和偶然。请多录几次，看它是否还在。`,
    },
    change: (frame, shares, points, weights) =>
      zh`${frame}：${shares}，${points} 个百分点（${weights}）。`,
    interval: (low, high) => zh`变化的 95% 区间：${low} 到 ${high}。`,
    clear: zh`超出偶然。`,
    noise: zh`可能是噪声。`,
    needed: (samples) => zh`要看出这样的变化，每边大约需要 ${samples} 个样本。`,
    appeared: (frame, measured) => zh`${frame}：${measured}，之前没有。`,
    vanished: (frame, measured) => zh`${frame}：之前 ${measured}，之后没有了。`,
  },
};

/** Sentences one after another. */
export function together(...texts: readonly Text[]): Text {
  return joinText(texts, '');
}
