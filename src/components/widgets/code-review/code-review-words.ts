import type { Localized } from '../../../lib/i18n/index.ts';
import type { Fault, LineOutcome } from './review-line.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface CodeReviewWords {
  readonly caption: string;
  readonly task: string;
  readonly reason: string;
  readonly chooseReason: string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly outcomes: Readonly<Record<LineOutcome, string>>;
  readonly check: string;
  readonly again: string;
  readonly none: string;
  readonly result: string;
  readonly solved: string;
  readonly after: string;
}

export const codeReviewWords: Localized<CodeReviewWords> = {
  en: {
    caption: 'The guide’s code, line by line',
    task: 'Tick each line that is wrong, and say why. Then compare.',
    reason: 'What is wrong with line {line}?',
    chooseReason: 'Choose a reason',
    faults: {
      'not-imported': 'A name is not imported',
      outside: 'It may not stand outside of a function',
      dropped: 'The lock is not held after it',
      'wrong-time': 'It does not measure the waiting',
      'no-such-thing': 'What it relies on does not exist, or is used by nobody',
    },
    outcomes: {
      found: '✓ Found',
      'other-reason': '≈ Wrong indeed; the reason:',
      missed: '✗ Missed',
      unjust: '✗ This line may stand',
      fine: '✓ Fine',
    },
    check: 'Compare',
    again: 'Start again',
    none: 'Tick at least one line first.',
    result:
      '{chosen} of {wrong} wrong lines found, {explained} of them with a reason that holds. Lines chosen without cause: {unjust}.',
    solved: 'Every line judged',
    after: 'The corrected program, and the recording that answers the question',
  },
  zh: {
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
  },
};
