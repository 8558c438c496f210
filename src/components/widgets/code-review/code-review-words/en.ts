import type { CodeReviewWords } from '../code-review-words.ts';

export const words: CodeReviewWords = {
  caption: 'The guide’s code, line by line',
  task: 'Tick each line that is wrong, and say why. Then compare.',
  reason: 'What is wrong with line {line}?',
  chooseReason: 'Choose a reason',
  faults: {
    'not-imported': 'A name is not imported',
    outside: 'It may not stand outside of a function',
    dropped: 'The lock is not held after it',
    'wrong-time': 'It does not measure the waiting',
    'no-such-thing': 'What it relies on does not exist, or is used by nobody',
  },
  outcomes: {
    found: '✓ Found',
    'other-reason': '≈ Wrong indeed; the reason:',
    missed: '✗ Missed',
    unjust: '✗ This line may stand',
    fine: '✓ Fine',
  },
  check: 'Compare',
  again: 'Start again',
  none: 'Tick at least one line first.',
  result:
    '{chosen} of {wrong} wrong lines found, {explained} of them with a reason that holds. Lines chosen without cause: {unjust}.',
  solved: 'Every line judged',
  after: 'The corrected program, and the recording that answers the question',
};
