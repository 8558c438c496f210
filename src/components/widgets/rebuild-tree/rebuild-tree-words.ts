import type { Localized } from '../../../lib/i18n/index.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface RebuildTreeWords {
  readonly caption: string;
  readonly standsOn: string;
  readonly open: string;
  readonly again: string;
  readonly solve: string;
  readonly answer: string;
  readonly tooWide: string;
  readonly circle: string;
  readonly placed: string;
  readonly takenOff: string;
  readonly right: string;
  readonly allowedButWrong: string;
}

export const rebuildTreeWords: Localized<RebuildTreeWords> = {
  en: {
    caption: 'Rebuild the tree',
    standsOn: 'stands on',
    open: 'not placed yet',
    again: 'Start again',
    solve: 'Show how the stacks have it',
    answer: 'The tree as the stacks have it',
    tooWide: 'Impossible: {sum}. {frame} does not fit onto {onto}.',
    circle: 'Impossible: {onto} stands on {frame} already.',
    placed: '{frame} stands on {onto}. {left} samples of {onto} are left over.',
    takenOff: '{frame} is taken off.',
    right: 'This is the tree of the stacks, and every sum fits.',
    allowedButWrong:
      'The numbers allow this tree, but the stacks have another one. Look again at: {frames}.',
  },
  zh: {
    caption: '把树搭起来',
    standsOn: '放在',
    open: '还没有放',
    again: '重新开始',
    solve: '看调用栈里的样子',
    answer: '调用栈里的那棵树',
    tooWide: '不可能：{sum}。{frame} 放不到 {onto} 上。',
    circle: '不可能：{onto} 已经在 {frame} 上面了。',
    placed: '{frame} 放在 {onto} 上。{onto} 还剩 {left} 个样本。',
    takenOff: '{frame} 已取下。',
    right: '这就是调用栈里的那棵树，每个和都对得上。',
    allowedButWrong: '数字允许这棵树，但调用栈里是另一棵。再看看：{frames}。',
  },
};
