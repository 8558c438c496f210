import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenStack } from '../../../../../../src/lib/flame/formats/stacks/open-stack.ts';
import { ProfileBuilder } from '../../../../../../src/lib/flame/model/profile-builder.ts';
import type { Profile } from '../../../../../../src/lib/flame/model/profile.ts';
import { stackLines } from '../../../../../support/stack-lines.ts';

/** `0 +a`, `5 -a`: what happens when. */
function opened(script: string): { profile: Profile; left: string[] } {
  const builder = new ProfileBuilder();
  const open = new OpenStack(builder, { scale: 1, isTime: true });
  const left: string[] = [];
  for (const [, at, sign, name = ''] of script.matchAll(/(-?\d+) ([+-])(\w+)/g)) {
    open.advance(Number(at));
    const frame = builder.frame(name);
    if (sign === '+') open.enter(frame);
    else left.push(open.leaveFrame(frame));
  }
  while (open.depth > 0) open.leave();
  return { profile: builder.build('opened', 'nanoseconds'), left };
}

const linesOf = (script: string): string[] => stackLines(opened(script).profile);

describe('OpenStack', () => {
  it('gives each stretch between two events to the stack that is open', () => {
    const { profile } = opened('0 +a, 2 +b, 5 -b, 9 -a');
    expect(stackLines(profile)).toEqual(['a 6', 'a;b 3']);
    expect([...profile.samples.time!]).toEqual([0, 2, 5]);
  });

  it('gives nothing to stretches with nothing open', () => {
    const { profile } = opened('0 +a, 2 -a, 8 +a, 9 -a');
    expect(profile.totalWeight).toBe(3);
    expect([...profile.samples.time!]).toEqual([0, 8]);
  });

  it('keeps a frame that took no time', () => {
    expect(linesOf('0 +a, 1 +b, 1 -b, 4 -a')).toEqual(['a 4', 'a;b 0']);
    expect(linesOf('0 +a, 1 +b, 1 +c, 1 -c, 1 -b, 4 -a')).toEqual(['a 4', 'a;b;c 0']);
    expect(linesOf('3 +a, 3 -a')).toEqual(['a 0']);
  });

  it('lets frames go on that stand above one which ends', () => {
    const { profile, left } = opened('0 +a, 2 +b, 5 -a, 9 -b');
    expect(stackLines(profile)).toEqual(['a 2', 'a;b 3', 'b 4']);
    expect(left).toEqual(['under-others', 'innermost']);
  });

  it('ends the innermost of recursive calls', () => {
    expect(linesOf('0 +a, 1 +a, 2 -a, 5 -a')).toEqual(['a 4', 'a;a 1']);
  });

  it('keeps its clock when an event is earlier than the one before', () => {
    expect(linesOf('0 +a, 5 +b, 3 -b, 9 -a')).toEqual(['a 9', 'a;b 0']);
  });

  it('says what is not open', () => {
    expect(opened('0 +a, 1 -b').left).toEqual(['not-open']);
  });

  it('weighs what the events cover, whatever their order', () => {
    const event = fc.tuple(fc.nat(20), fc.constantFrom('+', '-'), fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const inOrder = events.toSorted(([a], [b]) => a - b);
        const { profile } = opened(
          inOrder.map(([at, sign, name]) => `${at} ${sign}${name}`).join(),
        );
        const open = new Map<string, number>();
        let covered = 0;
        inOrder.forEach(([at, sign, name], i) => {
          const depth = open.get(name) ?? 0;
          open.set(name, Math.max(0, depth + (sign === '+' ? 1 : -1)));
          const isAnyOpen = [...open.values()].some((count) => count > 0);
          if (isAnyOpen) covered += (inOrder[i + 1]?.[0] ?? at) - at;
        });
        expect(profile.totalWeight).toBe(covered);
        expect(profile.samples.weight.every((weight) => weight >= 0)).toBe(true);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
