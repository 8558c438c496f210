import type { Localized } from '../i18n/index.ts';

/** A lesson's place in the course. Its page exists when its text does, in both languages. */
export interface CourseEntry {
  readonly id: string;
  /** Section of the guide, as a reader sees it: `1.1`. */
  readonly section: string;
  readonly title: Localized<string>;
}

export interface CoursePart {
  readonly id: string;
  readonly title: Localized<string>;
  readonly lessons: readonly CourseEntry[];
}

/** The order of the course: the guide's own, after two lessons that it takes for granted. */
export const course: readonly CoursePart[] = [
  {
    id: 'foundations',
    title: { en: 'Foundations', zh: '基础' },
    lessons: [
      {
        id: '0-1-samples-to-flames',
        section: '0.1',
        title: { en: 'From samples to a flame graph', zh: '从样本到火焰图' },
      },
      {
        id: '0-2-how-sure',
        section: '0.2',
        title: { en: 'How sure is 44%?', zh: '44% 有多可信？' },
      },
    ],
  },
  {
    id: 'features',
    title: { en: 'What the graph shows', zh: '关键特征' },
    lessons: [
      { id: '1-1-overview', section: '1.1', title: { en: 'Global features', zh: '全局特征' } },
      { id: '1-2-hot-frames', section: '1.2', title: { en: 'Hot functions', zh: '热点函数' } },
      { id: '1-3-call-chains', section: '1.3', title: { en: 'Key call chains', zh: '关键调用链' } },
    ],
  },
  {
    id: 'bottlenecks',
    title: { en: 'Where the time goes', zh: '瓶颈定位' },
    lessons: [
      {
        id: '2-1-cpu-bound',
        section: '2.1',
        title: { en: 'CPU-bound or busy-waiting?', zh: '算力瓶颈，还是忙等？' },
      },
      {
        id: '2-2-system-calls',
        section: '2.2',
        title: { en: 'The cost of system calls', zh: '系统调用的代价' },
      },
    ],
  },
  {
    id: 'interview',
    title: { en: 'In the interview', zh: '面试问题' },
    lessons: [
      { id: '3-1-principles', section: '3.1', title: { en: 'Principles', zh: '原理' } },
      { id: '3-2-practice', section: '3.2', title: { en: 'Practice', zh: '实践' } },
    ],
  },
  {
    id: 'beyond',
    title: { en: 'Beyond one graph', zh: '延展' },
    lessons: [
      {
        id: '4-1-differential',
        section: '4.1',
        title: { en: 'Differential flame graphs', zh: '差分火焰图' },
      },
      {
        id: '4-2-landscape',
        section: '4.2',
        title: { en: 'The observability landscape', zh: '可观测性全景' },
      },
    ],
  },
  {
    id: 'verify',
    title: { en: 'After the change', zh: '验证效果' },
    lessons: [
      { id: '5-1-verify', section: '5', title: { en: 'Did it help?', zh: '真的变好了吗？' } },
    ],
  },
];

/** All lessons in order. */
export const courseOrder: readonly CourseEntry[] = course.flatMap((part) => part.lessons);

/** The lessons before and after one, among those that are written. */
export function neighboursOf(
  id: string,
  written: ReadonlySet<string>,
): { previous?: CourseEntry; next?: CourseEntry } {
  const there = courseOrder.filter((entry) => written.has(entry.id) || entry.id === id);
  const at = there.findIndex((entry) => entry.id === id);
  if (at === -1) return {};
  const previous = there[at - 1];
  const next = there[at + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
