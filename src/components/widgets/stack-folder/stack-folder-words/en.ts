import type { StackFolderWords } from '../stack-folder-words.ts';

export const words: StackFolderWords = {
  caption: 'From samples to boxes',
  back: 'Back',
  next: 'Next',
  play: 'Play',
  reverse: 'Play backwards',
  pause: 'Pause',
  progress: 'Step {n} of {of}',
  samples: 'Samples. One column is one look, in the order of time, from left to right.',
  folded: 'Fold. Equal stacks become one line with a count. The order in time is gone.',
  sorted: 'Sort. The lines are ordered by name, so that equal callers stand side by side.',
  merged: 'Merge. Equal frames side by side become one box. Newest row: {boxes}.',
  edit: 'Change the samples',
  editHelp:
    'One stack a line, from the root, frames joined by “;”, then a space and how many looks found it. The order of the lines is the order in time.',
  editLabel: 'Samples, in the order of time',
  apply: 'Fold these',
  reset: 'The first samples again',
  line: 'Line {n}: ',
  kept: 'The picture still shows the samples before.',
  done: 'Read. The picture shows your samples.',
};
