import type { IdleOrContendedWords } from '../idle-or-contended-words.ts';

export const words: IdleOrContendedWords = {
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
    'requests-on-cpu': '想要锁：调用者正在为一个请求查找会话。这些样本只是睡下去和醒过来的那一刻。',
    'main-off-cpu':
      '没有活干：主线程启动了工作线程，在等它们结束。等得很久，却没有谁在等这个线程。',
    'worker-on-cpu':
      '没有活干：调用等待的是 park 函数。没有任务的工作线程睡下去，等有了任务再起来。',
    'requests-off-cpu':
      '想要锁：调用者与第一幅图相同，权重换成了它们停住不动的时间。请求损失的就是这些。',
  },
};
