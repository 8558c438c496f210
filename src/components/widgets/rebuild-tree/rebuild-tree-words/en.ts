import type { RebuildTreeWords } from '../rebuild-tree-words.ts';

export const words: RebuildTreeWords = {
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
};
