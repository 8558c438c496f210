import type { IdleOrContendedWords } from '../idle-or-contended-words.ts';

export const words: IdleOrContendedWords = {
  caption: 'Idle or contended?',
  task: 'Four waits from real recordings. The wait is the box at the top; below it stand its callers. Say for each what the thread waits for.',
  question: 'The thread',
  kinds: { idle: 'has nothing to do', contended: 'wants a lock' },
  views: {
    'on-cpu': 'On the CPU: the price of the wait',
    'off-cpu': 'Off the CPU: its length',
  },
  right: 'Right.',
  wrong: 'Look at the callers again.',
  done: '{right} of 4 right. The top boxes alone could not have told you: three of them have the same name.',
  answer: 'Answer',
  tower: 'From the caller up to the wait: {frames}',
  why: {
    'requests-on-cpu':
      'A lock is wanted: the caller looks a session up for a request. These samples are only the going to sleep and the waking.',
    'main-off-cpu':
      'Nothing to do: the main thread has started the workers and waits until they end. It is a long wait, and nobody waits for this thread.',
    'worker-on-cpu':
      'Nothing to do: a park function calls the wait. A worker without a task lies down until there is one.',
    'requests-off-cpu':
      'A lock is wanted: the same callers as in the first picture, weighed by the time that they stood still. This is what the requests lost.',
  },
};
