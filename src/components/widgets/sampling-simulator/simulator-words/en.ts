import type { SimulatorWords } from '../simulator-words.ts';

export const words: SimulatorWords = {
  caption: 'Sampling simulator',
  parse: 'True share of parse, %',
  send: 'True share of send, %',
  rate: 'Looks a second',
  seconds: 'CPU seconds',
  work: 'The program works',
  random: 'irregularly',
  periodic: 'in exact rounds of 10 ms',
  again: 'Record again',
  many: 'Record 200 times',
  link: 'Link to this recording',
  name: 'Function',
  truth: 'true',
  sampled: 'sampled',
  interval: '95% interval',
  holds: 'holds the truth',
  yes: '✓ yes',
  no: '✗ no',
  held: '{n} of {of}',
  timesHeld: 'times held',
  total:
    '{looks} samples. In the pictures: the bar is the interval, the dot the sampled share, the line the true one.',
  noScript: 'One recording with these settings. With a script you can change them.',
};
