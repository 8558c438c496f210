import type { ToolSortWords } from '../tool-sort-words.ts';

export const words: ToolSortWords = {
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
};
