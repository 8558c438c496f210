import type { Phrases } from './en.ts';

export const zh: Phrases = {
  list: '、',
  samples: (number) => `${number} 个样本`,
  interval: (low, high) => `${low}%–${high}`,
  all: '全部',
  frame: (name, share, total, self) => `${name}，${share}，${total}，自身 ${self}`,
  held: (count, share) => `${count} 个过窄的栈帧，合计 ${share}；放大可见`,
};
