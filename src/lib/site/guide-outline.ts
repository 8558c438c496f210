import type { Localized } from '../i18n/index.ts';

/** A heading of the guide, and the claims that stand under it, in the guide's own order. */
export interface GuideSection {
  /** As in an address: `1-1`, `q2`. */
  readonly id: string;
  /** As the guide numbers it; the line above its first section has no number. */
  readonly number?: string;
  /** The guide's own heading; in English its translation. */
  readonly title: Localized<string>;
  /** Ids of `<Claim>`s of the lessons. */
  readonly claims: readonly string[];
}

/** A part of the guide: a heading with the sections under it. */
export interface GuidePart extends GuideSection {
  readonly sections: readonly GuideSection[];
}

/** The guide from its first line to its last, and where each claim that the lessons judge stands in it. */
export const guideOutline: readonly GuidePart[] = [
  {
    id: 'recording',
    title: { en: 'What was recorded', zh: '录的是什么' },
    claims: ['T'],
    sections: [],
  },
  {
    id: '1',
    number: '1',
    title: { en: 'Key features of the flame graph', zh: '火焰图关键特征分析' },
    claims: [],
    sections: [
      {
        id: '1-1',
        number: '1.1',
        title: { en: 'Overview of global features', zh: '全局特征概览' },
        claims: ['1.1-d', '1.1-a', '1.1-b', '0.2-a', '1.1-c'],
      },
      {
        id: '1-2',
        number: '1.2',
        title: { en: 'Hot functions', zh: '热点函数分析' },
        claims: ['1.2-d', '1.2-a', '1.2-b', '1.2-c'],
      },
      {
        id: '1-3',
        number: '1.3',
        title: { en: 'Key call chains', zh: '关键调用链' },
        claims: ['1.3-d', '1.3-a', '1.3-b', '1.3-c'],
      },
    ],
  },
  {
    id: '2',
    number: '2',
    title: { en: 'Locating the bottleneck', zh: '性能瓶颈定位' },
    claims: [],
    sections: [
      {
        id: '2-1',
        number: '2.1',
        title: { en: 'CPU-bound operations', zh: 'CPU 密集型操作' },
        claims: ['2.1-a', '2.1-b', '2.1-c', '2.1-d'],
      },
      {
        id: '2-2',
        number: '2.2',
        title: { en: 'The cost of system calls', zh: '系统调用开销' },
        claims: ['2.2-d', '2.2-a', '2.2-b', '2.2-c', '2.2-e'],
      },
    ],
  },
  {
    id: '3',
    number: '3',
    title: { en: 'Interview questions', zh: '面试问题精要' },
    claims: [],
    sections: [
      {
        id: 'q1',
        number: '3.1, Q1',
        title: {
          en: 'How do you explain a high share of libsystem_kernel.dylib?',
          zh: '如何解释火焰图中 libsystem_kernel.dylib 的高占比？',
        },
        claims: ['3.1-a', '3.1-d', '3.1-e', '3.1-b', '3.1-f'],
      },
      {
        id: 'q2',
        number: '3.1, Q2',
        title: {
          en: 'What do you do about DYLD-STUB$$ symbols?',
          zh: '火焰图显示 DYLD-STUB$$ 符号如何处理？',
        },
        claims: ['3.1-c', '3.1-g', '3.1-h'],
      },
      {
        id: 'q3',
        number: '3.2, Q3',
        title: {
          en: 'How do you verify lock contention in a flame graph?',
          zh: '如何验证火焰图中的锁竞争问题？',
        },
        claims: ['3.2-a', '3.2-f', '3.2-b'],
      },
      {
        id: 'q4',
        number: '3.2, Q4',
        title: {
          en: 'How do you optimise frequent system calls?',
          zh: '针对高频系统调用如何优化？',
        },
        claims: ['3.2-c', '3.2-d', '3.2-e'],
      },
    ],
  },
  {
    id: '4',
    number: '4',
    title: { en: 'Further techniques', zh: '火焰图技术延展' },
    claims: [],
    sections: [
      {
        id: '4-1',
        number: '4.1',
        title: { en: 'Derived tools: a differential flame graph', zh: '衍生分析工具' },
        claims: ['4.1-c', '4.1-a', '4.1-d', '4.1-b'],
      },
      {
        id: '4-2',
        number: '4.2',
        title: { en: 'A modern monitoring stack', zh: '现代监控体系' },
        claims: ['4.2-5', '4.2-1', '4.2-2', '4.2-3', '4.2-4'],
      },
    ],
  },
  {
    id: '5',
    number: '5',
    title: { en: 'Verification of the optimisation', zh: '优化效果验证' },
    claims: ['5-c', '5-a', '5-d', '5-b'],
    sections: [],
  },
];

/** All headings of the guide that have claims under them, in order. */
export const guideSections: readonly GuideSection[] = guideOutline.flatMap((part) =>
  [part, ...part.sections].filter(({ claims }) => claims.length > 0),
);
