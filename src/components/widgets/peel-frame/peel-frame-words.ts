import type { Localized } from '../../../lib/i18n/index.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface PeelFrameWords {
  readonly caption: string;
  readonly frame: string;
  readonly callees: string;
  readonly whole: string;
  readonly partly: string;
  readonly bare: string;
  readonly leaf: string;
  readonly takeOff: string;
  readonly putBack: string;
  readonly solved: string;
  readonly self: string;
}

export const peelFrameWords: Localized<PeelFrameWords> = {
  en: {
    caption: 'Peel a frame',
    frame: 'frame',
    callees: 'What it calls. Take off by unticking',
    whole: '{frame}: every callee is on it. Take one off, and its samples go with it.',
    partly: '{sum}. Other callees are still on it.',
    bare: '{sum}. Nothing is on it any more, so this is its self weight: {left}.',
    leaf: 'It calls nothing: all of its samples are its self weight: {left}.',
    takeOff: 'Take all off',
    putBack: 'Put all back',
    solved: 'What is left of each frame',
    self: 'self weight',
  },
  zh: {
    caption: '给栈帧剥皮',
    frame: '栈帧',
    callees: '它调用了什么。取消勾选就是取下',
    whole: '{frame}：被调用者都还在上面。取下一个，它的样本也跟着走。',
    partly: '{sum}。上面还有别的被调用者。',
    bare: '{sum}。上面什么都没有了，剩下的就是自身权重：{left}。',
    leaf: '它什么都没有调用，全部样本都是自身权重：{left}。',
    takeOff: '全部取下',
    putBack: '全部放回',
    solved: '每个栈帧剩下多少',
    self: '自身权重',
  },
};
