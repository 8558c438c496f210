import type { ChangeWords } from './en.ts';

export const zh: ChangeWords = {
  appeared: '仅在之后出现',
  vanished: '仅在之前出现',
  points: (points) => `${points} 个百分点`,
  chance: '可能只是偶然',
  joint: '，',
};
