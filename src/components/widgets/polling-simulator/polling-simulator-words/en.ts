import type { PollingSimulatorWords } from '../polling-simulator-words.ts';

export const words: PollingSimulatorWords = {
  caption: 'Polling against events, simulated',
  task: 'Both servers get the same requests for three seconds, and a sampler looks a thousand times a second. The full width is one core, busy all the time.',
  rate: 'requests a second',
  ways: { polling: 'It polls', events: 'It waits for events' },
  facts: '{samples} samples, {answered} requests answered',
  play: 'Play the three seconds',
  again: 'Other requests',
  picture: '{way}: {facts}',
  status: '{rate} requests a second. Polling: {polling} samples. Waiting for events: {events}.',
};
