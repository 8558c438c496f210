import { expect, test } from 'vitest';
import { framesOfSamples } from '../../../src/components/widgets/polling-simulator/frames-of-samples.ts';
import {
  lengthMs,
  samplesOf,
  startRun,
} from '../../../src/components/widgets/polling-simulator/run.ts';

function finishedRun(rate: number, seed = 'a') {
  const [polling, events] = startRun({ seed, rate });
  for (const server of [polling!, events!]) server.advance(lengthMs); // a run is of two servers
  return { polling: polling!, events: events! };
}

test('a loop that never sleeps fills the core without a single request', () => {
  const { polling, events } = finishedRun(0);
  expect(samplesOf(polling)).toBeGreaterThan(0.95 * lengthMs);
  expect(samplesOf(events)).toBeLessThanOrEqual(1);
});

test('both answer the same requests', () => {
  const { polling, events } = finishedRun(300);
  expect(polling.answered).toBeGreaterThan(800);
  expect(Math.abs(polling.answered - events.answered)).toBeLessThanOrEqual(1);
});

test('the samples of a server that waits grow with the requests', () => {
  const few = samplesOf(finishedRun(300).events);
  const many = samplesOf(finishedRun(1000).events);
  expect(many / few).toBeGreaterThan(2.5);
  expect(many / few).toBeLessThan(4);
});

test('a seed repeats a run, in one go or step by step', () => {
  const [stepped] = startRun({ seed: 'b', rate: 300 });
  for (let ms = 10; ms <= lengthMs; ms += 10) stepped!.advance(ms); // a run is of two servers
  expect([...stepped!.samples]).toEqual([...finishedRun(300, 'b').polling.samples]);
  expect([...finishedRun(300, 'c').polling.samples]).not.toEqual([...stepped!.samples]);
});

test('a box holds the samples of all that stands on it', () => {
  const frames = framesOfSamples(
    new Map(Object.entries({ 'main;serve;send': 3, 'main;serve': 1 })),
  );
  expect(frames.map(({ id, weight }) => [id, weight])).toEqual([
    ['main', 4],
    ['main;serve', 4],
    ['main;serve;send', 3],
  ]);
});
