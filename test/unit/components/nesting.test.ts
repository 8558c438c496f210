import { describe, expect, test } from 'vitest';
import {
  findRefusal,
  formatRefusal,
  misplacedFrames,
  standingFrames,
} from '../../../src/components/widgets/rebuild-tree/nesting.ts';

const frames = [
  { id: 'job', weight: 39 },
  { id: 'task', weight: 26 },
  { id: 'connection', weight: 22 },
];

const places = (...pairs: [string, string][]) => new Map(pairs);

describe('putting frames onto each other', () => {
  test('refuses the tree of the guide with its sum', () => {
    const refusal = findRefusal(frames, places(['task', 'job']), 'connection', 'job');
    expect(refusal?.kind === 'too-wide' && formatRefusal(refusal)).toBe('22 + 26 = 48 > 39');
  });

  test('refuses a frame on a narrower one', () => {
    const refusal = findRefusal(frames, places(), 'task', 'connection');
    expect(refusal?.kind === 'too-wide' && formatRefusal(refusal)).toBe('26 > 22');
  });

  test('allows what fits, also the place where the frame stands already', () => {
    expect(findRefusal(frames, places(['task', 'job']), 'connection', 'task')).toBeUndefined();
    expect(findRefusal(frames, places(['task', 'job']), 'task', 'job')).toBeUndefined();
  });

  test('refuses a frame that would stand on itself', () => {
    const refusal = findRefusal(frames, places(['connection', 'task']), 'task', 'connection');
    expect(refusal).toEqual({ kind: 'circle' });
  });

  test('names the frames that the stacks have elsewhere', () => {
    const stacks = places(['task', 'job'], ['connection', 'task']);
    expect(misplacedFrames(places(['task', 'job'], ['connection', 'job']), stacks)).toEqual([
      'connection',
    ]);
    expect(misplacedFrames(stacks, stacks)).toEqual([]);
  });

  test('draws only what reaches the root', () => {
    expect([...standingFrames(places(['connection', 'task']), 'job')]).toEqual(['job']);
    const built = standingFrames(places(['connection', 'task'], ['task', 'job']), 'job');
    expect([...built].sort()).toEqual(['connection', 'job', 'task']);
  });
});
