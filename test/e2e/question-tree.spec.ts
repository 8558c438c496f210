import { expect, test } from '@playwright/test';
import { QuestionDriver } from '../support/answer-question.ts';
import { questionOf } from '../support/bank-question.ts';
import { open } from '../support/question-page.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

/**
 * What a screen reader finds of a question of each kind, asked and answered: only the parts that
 * an answer needs, and what marking must add. Half are read in English, half in Chinese.
 */
interface Case {
  readonly id: string;
  readonly locale: 'en' | 'zh';
  readonly asked: string;
  readonly answer: unknown;
  readonly answered: string;
}

const cases: readonly Case[] = [
  {
    id: 'fifty-samples',
    locale: 'en',
    asked: `
      - form "What 50 samples measure":
        - heading "What 50 samples measure" [level=1]
        - group "Choose one.":
          - radio /about 50 times/
          - radio /50 milliseconds of CPU time/
          - radio /ran for about 50 milliseconds/
        - group "How sure are you?":
          - radio "A guess"
          - radio "Fairly"
          - radio "Sure"
        - button "Check"
        - button "Hint"
        - status`,
    answer: 'calls',
    answered: `
      - form "What 50 samples measure":
        - group "Choose one.":
          - radio /about 50 times/ [checked] [disabled]
          - paragraph: /^Not right ?:.*looks, not calls/
          - radio /50 milliseconds of CPU time/ [disabled]
          - paragraph: /^The right answer ?:/
        - button "Try again"
        - status: Not right.
      - group:
        - paragraph: Sources
        - paragraph:
          - link "Show it on the graph"
          - link "The lesson"
          - button "Report a problem"`,
  },
  {
    id: 'supported-by-fifty',
    locale: 'zh',
    asked: `
      - form "50 个样本能支持什么":
        - group "可多选。":
          - checkbox /一半以上的 CPU 时间/
          - checkbox /误差不过两三个百分点/
        - button "检查答案"
        - status`,
    answer: ['majority'],
    answered: `
      - form "50 个样本能支持什么":
        - group "可多选。":
          - checkbox /约占以系统调用结尾的样本的一半/ [disabled]
          - checkbox /没有用过 CPU 时间/ [disabled]
          - paragraph: /^确实不该选 ?：/
          - checkbox /一半以上的 CPU 时间/ [checked] [disabled]
          - paragraph: /^正确 ?：/
        - button "再试一次"
        - status: /^部分正确/`,
  },
  {
    id: 'weight-of-one-sample',
    locale: 'en',
    asked: `
      - form "The smallest step":
        - textbox "Your answer"
        - paragraph: /^In percent/
        - button "Check"`,
    answer: '44',
    answered: `
      - form "The smallest step":
        - textbox "Your answer" [disabled]: "44"
        - status: Not right.
        - paragraph: Divide one sample by all samples.
        - paragraph: /^1 of 50 is 2%/`,
  },
  {
    id: 'hot-accept-loop',
    locale: 'zh',
    asked: `
      - form "同名的另一个方框":
        - group "火焰图工具":
          - searchbox "搜索栈帧"
        - tree /50 个样本/:
          - treeitem /^全部，100%/ [expanded] [level=1]
        - button "检查答案"
        - status`,
    answer: 'main::_{{closure}} > WithGracefulShutdown',
    answered: `
      - form "同名的另一个方框":
        - tree /50 个样本/:
          - treeitem /WithGracefulShutdown.*2 个样本/ [selected]
        - button "再试一次"
        - status: 答对了。
        - paragraph: /只有一层/`,
  },
  {
    id: 'making-a-flame-graph',
    locale: 'en',
    asked: `
      - form "From samples to a picture":
        - list:
          - listitem:
            - button /^Move up:/ [disabled]
            - button /^Move down:/
          - listitem:
            - button /^Move up:/
            - button /^Move down:/
        - button "Check"`,
    answer: ['sample', 'sort', 'fold', 'draw'],
    answered: `
      - form "From samples to a picture":
        - list:
          - listitem:
            - text: Record the stack many times a second
            - button /^Move up:/ [disabled]
            - button /^Move down:/ [disabled]
            - paragraph: /^Right ?:/
          - listitem:
            - button /^Move up:/ [disabled]
            - button /^Move down:/ [disabled]
            - paragraph: /^Not right ?:/
        - button "Try again"`,
  },
  {
    id: 'what-a-system-call-does',
    locale: 'zh',
    asked: `
      - form "系统调用各做什么":
        - combobox "__psynch_cvsignal":
          - option "— 请选择 —" [selected]
        - combobox "__psynch_cvwait"
        - combobox "writev"`,
    answer: { cvsignal: 'sleep', cvwait: 'wake', writev: 'move-bytes' },
    answered: `
      - form "系统调用各做什么":
        - combobox "__psynch_cvsignal" [disabled]:
          - option "让线程睡眠，直到被唤醒" [selected]
        - paragraph: /^不对 ?：/
        - combobox "writev" [disabled]
        - paragraph: /^正确 ?：/
        - status: /^部分正确/`,
  },
  {
    id: 'which-profile-shows-it',
    locale: 'en',
    // No row of a reason stands between the rows before there is one.
    asked: `
      - table "Which profile shows it?":
        - rowgroup:
          - row:
            - columnheader "symptom"
            - columnheader "on-CPU profile"
        - rowgroup:
          - /children: equal
          - row /^A loop polls a flag/
          - row /^A read waits for a slow disk/
          - row /^A cache grows all night/`,
    answer: { 'busy-loop': 'off-cpu', 'slow-disk': 'off-cpu', 'growing-cache': 'heap' },
    answered: `
      - table "Which profile shows it?":
        - rowgroup:
          - row /^A loop polls a flag/:
            - cell:
              - radio "A loop polls a flag off-CPU profile" [checked] [disabled]
          - row /^Not right ?:/
          - row /^A read waits for a slow disk/
          - row /^Right ?:/`,
  },
  {
    id: 'lock-that-protects-nothing',
    locale: 'zh',
    asked: `
      - form "什么也没保护的锁":
        - group "有一行是错的。是哪一行？":
          - list:
            - listitem:
              - radio "第 1 行 let started = Instant::now();"
            - listitem:
              - radio "第 2 行 lock.lock();"
        - paragraph: 错在哪里？
        - group "单选。":
          - radio /守卫立刻被丢弃/`,
    answer: { lines: [2], follow: 'deadlock' },
    answered: `
      - form "什么也没保护的锁":
        - group "有一行是错的。是哪一行？":
          - list:
            - listitem:
              - radio "第 2 行 lock.lock();" [checked] [disabled]
              - paragraph: /^正确 ?： ?守卫/
        - group "单选。":
          - radio /线程在等自己/ [checked] [disabled]
        - status: /^部分正确/`,
  },
  {
    id: 'kernel-heavy-graph',
    locale: 'en',
    asked: `
      - form "A kernel-heavy flame graph":
        - paragraph:
          - button /^Start the clock/
          - timer
        - textbox "Your answer, as you would say it"
        - button "Show the model answer"`,
    answer: ['which-calls', 'not-slow'],
    answered: `
      - form "A kernel-heavy flame graph":
        - heading "A strong answer" [level=2]
        - group /^Mark yourself/:
          - checkbox /looks at the callers.+worth 2/ [checked] [disabled]
          - checkbox /uncertainty.+worth 1/ [disabled]
        - button "Try again"
        - status: Right.`,
  },
  {
    id: 'predict-system-calls',
    locale: 'zh',
    asked: `
      - form "系统调用占多少？":
        - textbox "你的答案"
        - button "锁定预测"`,
    answer: '44',
    answered: `
      - form "系统调用占多少？":
        - textbox "你的答案" [disabled]: "44"
        - status: 你的预测已记下：44%。
      - group: 答案与解释`,
  },
];

for (const { id, locale, asked, answer, answered } of cases) {
  const { question } = questionOf(id);
  test(`${question.kind} (${locale}), asked and answered`, async ({ page }) => {
    await open(page, id, locale);
    const driver = new QuestionDriver(page, 'mouse');
    const quiz = page.locator('flame-quiz');
    if (question.kind === 'click-frame') {
      await expect(quiz.locator('flame-graph')).toHaveClass(/is-live/);
    }
    await expect(quiz).toMatchAriaSnapshot(asked);
    await driver.fill(question, answer);
    await driver.submit();
    await expect(quiz).toMatchAriaSnapshot(answered);
  });
}
