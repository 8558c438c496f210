import type { CodeReviewWords } from '../code-review-words.ts';

export const words: CodeReviewWords = {
  caption: '逐行审查指南的代码',
  task: '勾选有错的行，说出为什么，然后对照。',
  reason: '第 {line} 行错在哪里？',
  chooseReason: '选一个理由',
  faults: {
    'not-imported': '用到的名字没有导入',
    outside: '不能写在函数外面',
    dropped: '执行之后并没有持有锁',
    'wrong-time': '量的不是等待时间',
    'no-such-thing': '它依靠的东西不存在，或者没有人用',
  },
  outcomes: {
    found: '✓ 找到了',
    'other-reason': '≈ 确实有错，理由是：',
    missed: '✗ 漏掉了',
    unjust: '✗ 这一行没有错',
    fine: '✓ 没有问题',
  },
  check: '对照',
  again: '重来',
  none: '请先勾选至少一行。',
  result:
    '有错的 {wrong} 行里找到了 {chosen} 行，其中 {explained} 行的理由成立。没错却被勾选的行：{unjust}。',
  solved: '每一行的判断',
  after: '改对的程序，以及能回答问题的录制',
};
