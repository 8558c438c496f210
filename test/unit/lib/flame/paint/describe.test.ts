import { describe, expect, test } from 'vitest';
import {
  describeFrame,
  describeHeld,
  factsOf,
  noiseBelow,
} from '../../../../../src/lib/flame/paint/describe.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const drawing = 'main;work 22\nmain 8\nidle 20';
const tree = buildCallTree(profileOf(drawing));
const [idle, main, work] = [0, 1, 2];

describe('the facts of a frame', () => {
  test('are its weights and its shares of everything and of its caller', () => {
    expect(factsOf(tree, work)).toMatchObject({
      name: 'work',
      self: 22,
      total: 22,
      share: 0.44,
      shareOfParent: 22 / 30,
    });
    expect(factsOf(tree, main)).toMatchObject({ self: 8, total: 30, shareOfParent: 0.6 });
  });

  test('say leaf first who ran: the foot of a stack, and none of its callers', () => {
    const turned = buildCallTree(profileOf(drawing), { inverted: true });
    const facts = Array.from({ length: turned.size }, (_, row) => factsOf(turned, row));
    expect(facts.map(({ name, self, total }) => `${name} ${self}/${total}`)).toEqual([
      'idle 20/20',
      'main 8/8',
      'work 22/22',
      'main 0/22',
    ]);
  });

  test('hold an interval where weights count samples: 22 of 50 is 31 to 58%', () => {
    const [low, high] = factsOf(tree, work).interval ?? [0, 0];
    expect(Math.round(low * 100)).toBe(31);
    expect(Math.round(high * 100)).toBe(58);
  });

  test('hold no interval where weights are time or bytes', () => {
    for (const unit of ['nanoseconds', 'bytes', 'count'] as const) {
      const other = buildCallTree(profileOf(drawing, { unit }));
      expect(factsOf(other, work).interval).toBeUndefined();
      expect(factsOf(other, work).isNoise).toBe(false);
      expect(noiseBelow(other)).toBe(0);
    }
  });

  test('of everything count the samples without frames as its own', () => {
    const withEmpty = buildCallTree(profileOf('a 3\n 2'));
    expect(factsOf(withEmpty, -1)).toMatchObject({ name: 'all', self: 2, total: 5, share: 1 });
    expect(factsOf(withEmpty, -1, 'zh').name).toBe('全部');
  });

  test('of a profile without weight are zeros, not NaN', () => {
    expect(factsOf(buildCallTree(profileOf('a 0')), 0)).toMatchObject({
      share: 0,
      shareOfParent: 0,
    });
  });
});

test('a frame seen once or twice in 50 samples is noise, one seen three times is not', () => {
  const rare = buildCallTree(profileOf('a 1\nb 2\nc 3\nd 44'));
  expect([0, 1, 2, 3].map((row) => factsOf(rare, row).isNoise)).toEqual([true, true, false, false]);
});

test('a frame is described by name, share, weight and self, in the reader’s language', () => {
  expect(describeFrame(factsOf(tree, main), 'en')).toBe('main, 60%, 30 samples, self 8 samples');
  expect(describeFrame(factsOf(tree, main), 'zh')).toBe('main，60%，30 个样本，自身 8 个样本');
  expect(describeFrame(factsOf(tree, idle), 'en')).toBe('idle, 40%, 20 samples, self 20 samples');
});

test('an aggregate is described by what it holds', () => {
  expect(describeHeld(1234, 1 / tree.totalWeight, 'en')).toBe(
    '1,234 frames too thin to draw, together 2%; zoom in to see them',
  );
  expect(describeHeld(3, 1 / tree.totalWeight, 'zh')).toBe('3 个过窄的栈帧，合计 2%；放大可见');
});
