import type { AdviceWords } from '../advice-words.ts';

export const words: AdviceWords = {
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
};
