import { describe, expect, it } from 'vitest';
import {
  brokenStack,
  LinkedStacks,
  noParent,
} from '../../../../../../src/lib/flame/formats/stacks/linked-stacks.ts';
import { ProfileBuilder } from '../../../../../../src/lib/flame/model/profile-builder.ts';

/** Links named by their number; `parents[i]` is the caller of link i. */
function linked(parents: readonly number[]): { stackOf(link: number): string } {
  const builder = new ProfileBuilder();
  const texts = new Map<number, string>([[-1, '']]);
  const stacks = new LinkedStacks({
    length: parents.length,
    parentOf: (link) => parents[link] ?? noParent,
    push(prefix, link) {
      const stack = builder.stack(prefix, builder.frame(String(link)));
      texts.set(stack, `${texts.get(prefix) ?? ''}${link} `);
      return stack;
    },
  });
  return {
    stackOf(link) {
      const stack = stacks.stackOf(link);
      return stack === brokenStack ? 'broken' : (texts.get(stack) ?? '').trim();
    },
  };
}

describe('LinkedStacks', () => {
  it('follows parents in whatever order the file has them', () => {
    const stacks = linked([2, noParent, 1]);
    expect(stacks.stackOf(0)).toBe('1 2 0');
    expect(stacks.stackOf(2)).toBe('1 2');
  });

  it('calls links in a circle broken, and everything that hangs on them', () => {
    const stacks = linked([1, 2, 0, 0, noParent]);
    expect([0, 1, 2, 3].map((link) => stacks.stackOf(link))).toEqual(Array(4).fill('broken'));
    expect(stacks.stackOf(4)).toBe('4');
  });

  it('calls a link broken that is its own caller', () => {
    expect(linked([0]).stackOf(0)).toBe('broken');
  });

  it('calls a link broken that is not there', () => {
    expect(linked([noParent]).stackOf(7)).toBe('broken');
  });

  it('resolves a chain of 200,000 links without recursion', () => {
    const length = 200_000;
    const builder = new ProfileBuilder();
    const stacks = new LinkedStacks({
      length,
      parentOf: (link) => (link === 0 ? noParent : link - 1),
      push: (prefix) => builder.stack(prefix, 0),
    });
    expect(stacks.stackOf(length - 1)).toBe(length - 1);
  });
});
