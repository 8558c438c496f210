import type { DiffBenchWords } from '../diff-bench-words.ts';

export const words: DiffBenchWords = {
  caption: 'The pipeline, step by step, as it really ran',
  pipeline: 'Commands',
  runs: {
    literal: 'as the guide prints them',
    'own-files': 'with a file for each recording',
    corrected: 'with one name for both programs',
  },
  step: (step, of) => `Step ${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  same: (stacks) =>
    `At the end: the two folded files are the same, byte for byte, with ${stacks} stacks. Every change is zero.`,
  differ: (before, after, both) =>
    `At the end: ${before} stacks before, ${after} after, ${both} in both.${both === 0 ? ' Everything counts as new.' : ''}`,
  drawing:
    'What the corrected files look like: as wide as the second, coloured by the change of each frame itself',
  normalise: 'Scale the first to the total of the second (-n)',
  swap: 'Swap: the after first, the before second',
  label: 'Differential flame graph, as wide as the second profile',
  noWidth: 'Without a width here: ',
  nothing: 'nothing with five samples or more.',
  function: 'Function, by itself',
  first: 'first',
  second: 'second',
  note: 'Samples of the function itself; the first column is scaled if you asked for it.',
};
