import type { PeelFrameWords } from '../peel-frame-words.ts';

export const words: PeelFrameWords = {
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
};
