import type { AdviceWords } from '../advice-words.ts';

export const words: AdviceWords = {
  intro: 'What this profile warns of can be recorded better:',
  nothing: 'Nothing in this profile asks for another recording on this platform.',
  wishes: {
    'more-samples': {
      title: 'More samples',
      why: 'Intervals shrink with the square root of the number of samples: four times as many make them half as wide.',
    },
    symbols: {
      title: 'Names instead of addresses',
      why: 'Frames without a name cannot be read, and functions without symbols may be merged into one.',
    },
    'whole-stacks': {
      title: 'Whole stacks',
      why: 'Where callers are missing, a function stands under the wrong caller or at the root.',
    },
    waiting: {
      title: 'What waits',
      why: 'A profile of processor time says nothing of threads that wait. Record those by another clock, and do not add the two up.',
    },
    kernel: {
      title: 'What the kernel does',
      why: 'Without kernel frames all its time is drawn on the system call’s stub.',
    },
    generics: {
      title: 'One name for each instance',
      why: 'Without type arguments several functions share one box.',
    },
  },
};
