import type { Localized } from '../../i18n/index.ts';
import type { Wish } from '../advice/recipe-data.ts';

interface AdviceWords {
  readonly intro: string;
  /** Where no caution asks for another recording. */
  readonly nothing: string;
  readonly wishes: Readonly<Record<Wish, { readonly title: string; readonly why: string }>>;
}

export const adviceWords: Localized<AdviceWords> = {
  en: {
    intro: 'What this profile warns of can be recorded better:',
    nothing: 'Nothing in this profile asks for another recording on this platform.',
    wishes: {
      'more-samples': {
        title: 'More samples',
        why: 'Intervals shrink with the square root of the number of samples: four times as many make them half as wide.',
      },
      symbols: {
        title: 'Names instead of addresses',
        why: 'Frames without a name cannot be read, and functions without symbols may be merged into one.',
      },
      'whole-stacks': {
        title: 'Whole stacks',
        why: 'Where callers are missing, a function stands under the wrong caller or at the root.',
      },
      waiting: {
        title: 'What waits',
        why: 'A profile of processor time says nothing of threads that wait. Record those by another clock, and do not add the two up.',
      },
      kernel: {
        title: 'What the kernel does',
        why: 'Without kernel frames all its time is drawn on the system call’s stub.',
      },
      generics: {
        title: 'One name for each instance',
        why: 'Without type arguments several functions share one box.',
      },
    },
  },
  zh: {
    intro: '这份剖析里提醒的问题，重新录制就能改善：',
    nothing: '在这个平台上，这份剖析没有需要重新录制的地方。',
    wishes: {
      'more-samples': {
        title: '更多样本',
        why: '区间的宽度与样本数的平方根成反比：样本多到四倍，区间才缩到一半。',
      },
      symbols: {
        title: '要名字，不要地址',
        why: '没有名字的栈帧没法读；没有符号的几个函数还可能合成一个。',
      },
      'whole-stacks': {
        title: '完整的调用栈',
        why: '缺了调用者，函数就会站在别的调用者之下，或者直接站在根上。',
      },
      waiting: {
        title: '谁在等待',
        why: 'CPU 时间的剖析看不到等待的线程。等待要用另一种时钟来录，两者不能相加。',
      },
      kernel: {
        title: '内核在做什么',
        why: '没有内核栈帧，内核的时间就全画在系统调用的入口函数上。',
      },
      generics: {
        title: '每个实例一个名字',
        why: '没有类型参数，几个函数会共用一个方框。',
      },
    },
  },
};
