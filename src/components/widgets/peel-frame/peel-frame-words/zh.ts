import type { PeelFrameWords } from '../peel-frame-words.ts';

export const words: PeelFrameWords = {
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
};
