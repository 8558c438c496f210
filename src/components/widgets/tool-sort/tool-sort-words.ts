import type { Localized } from '../../../lib/i18n/index.ts';
import type { Fit } from './tool-questions.ts';

/** What the explorable says. `{…}` is filled in. */
export interface ToolSortWords {
  readonly caption: string;
  readonly task: string;
  readonly drag: string;
  readonly shelves: string;
  readonly choose: string;
  readonly fits: Readonly<Record<Fit, string>>;
  readonly picture: string;
  /** A number of allocations, which has no unit of its own. */
  readonly counted: string;
  readonly answer: string;
  readonly done: string;
  readonly again: string;
}

export const toolSortWords: Localized<ToolSortWords> = {
  en: {
    caption: 'Which tool for which question?',
    task: 'Six questions that somebody might ask. Choose for each the data that you would look at first. Where we have recorded it, you see what that tool makes of the same program, also when it was the wrong one.',
    drag: 'A question can also be dragged onto a tool.',
    shelves: 'Where the questions are now',
    choose: 'Look first at',
    fits: {
      right: 'Yes, first.',
      partly: 'It helps, but not first.',
      wrong: 'It cannot answer this.',
    },
    picture: 'What {tool} recorded: {title}',
    counted: '{n} allocations',
    answer: 'Answer: {tool}',
    done: '{right} of {all} questions are with the tool that answers them.',
    again: 'Start again',
  },
  zh: {
    caption: '哪个问题，用哪样工具？',
    task: '六个别人可能会问的问题。为每个问题选出你最先要看的数据。我们录过的，就给你看这样工具眼里同一个程序的样子，选错了也给看。',
    drag: '也可以把问题拖到工具上。',
    shelves: '各个问题现在的位置',
    choose: '最先看',
    fits: {
      right: '对，先看它。',
      partly: '有帮助，但不该先看。',
      wrong: '它回答不了。',
    },
    picture: '{tool}录到的：{title}',
    counted: '{n} 次分配',
    answer: '答案：{tool}',
    done: '{all} 个问题里，有 {right} 个找对了工具。',
    again: '重来',
  },
};
