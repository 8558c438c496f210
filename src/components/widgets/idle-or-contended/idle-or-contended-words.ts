import type { Localized } from '../../../lib/i18n/index.ts';
import type { WaitKind } from './waits.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface IdleOrContendedWords {
  readonly caption: string;
  readonly task: string;
  readonly question: string;
  readonly kinds: Readonly<Record<WaitKind, string>>;
  readonly views: Readonly<Record<'on-cpu' | 'off-cpu', string>>;
  readonly right: string;
  readonly wrong: string;
  readonly done: string;
  readonly answer: string;
  readonly tower: string;
  /** By id of the case: whom the wait hurts, or why it hurts nobody. */
  readonly why: Readonly<Record<string, string>>;
}

export const idleOrContendedWords: Localized<IdleOrContendedWords> = {
  en: {
    caption: 'Idle or contended?',
    task: 'Four waits from real recordings. The wait is the box at the top; below it stand its callers. Say for each what the thread waits for.',
    question: 'The thread',
    kinds: { idle: 'has nothing to do', contended: 'wants a lock' },
    views: {
      'on-cpu': 'On the CPU: the price of the wait',
      'off-cpu': 'Off the CPU: its length',
    },
    right: 'Right.',
    wrong: 'Look at the callers again.',
    done: '{right} of 4 right. The top boxes alone could not have told you: three of them have the same name.',
    answer: 'Answer',
    tower: 'From the caller up to the wait: {frames}',
    why: {
      'requests-on-cpu':
        'A lock is wanted: the caller looks a session up for a request. These samples are only the going to sleep and the waking.',
      'main-off-cpu':
        'Nothing to do: the main thread has started the workers and waits until they end. It is a long wait, and nobody waits for this thread.',
      'worker-on-cpu':
        'Nothing to do: a park function calls the wait. A worker without a task lies down until there is one.',
      'requests-off-cpu':
        'A lock is wanted: the same callers as in the first picture, weighed by the time that they stood still. This is what the requests lost.',
    },
  },
  zh: {
    caption: '空闲，还是竞争？',
    task: '四处等待，都来自真实的录制。最上面的方框是等待，下面是它的调用者。请说出每个线程在等什么。',
    question: '这个线程',
    kinds: { idle: '没有活干', contended: '想要一把锁' },
    views: { 'on-cpu': 'CPU 之上：等待的代价', 'off-cpu': 'CPU 之外：等待的时长' },
    right: '对。',
    wrong: '再看看调用者。',
    done: '4 处里答对 {right} 处。只看最上面的方框是分不出来的：其中三个同名。',
    answer: '答案',
    tower: '从调用者往上到等待：{frames}',
    why: {
      'requests-on-cpu':
        '想要锁：调用者正在为一个请求查找会话。这些样本只是睡下去和醒过来的那一刻。',
      'main-off-cpu':
        '没有活干：主线程启动了工作线程，在等它们结束。等得很久，却没有谁在等这个线程。',
      'worker-on-cpu':
        '没有活干：调用等待的是 park 函数。没有任务的工作线程睡下去，等有了任务再起来。',
      'requests-off-cpu':
        '想要锁：调用者与第一幅图相同，权重换成了它们停住不动的时间。请求损失的就是这些。',
    },
  },
};
