import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { treeText } from '../../../../support/tree-text.ts';

function columnsOf(
  { frames: _frames, nameOf: _nameOf, frame, ...columns }: CallTree,
  names: Profile,
): unknown {
  return { ...columns, names: Array.from(frame, (index) => names.frames.names[index]) };
}

describe('stacks that are sorted already', () => {
  const sorted = profileOf(`
    main         1
    main;parse   2
    main;read;io 3
    worker;poll  4
  `);

  it('are the tree as they stand: its frames and parents are the stack table itself', () => {
    const tree = buildCallTree(sorted);
    expect(tree.frame).toBe(sorted.stacks.frame);
    expect(tree.parent).toBe(sorted.stacks.prefix);
    expect(treeText(tree)).toBe(
      [
        'main 6 (self 1)',
        '  parse 2',
        '  read 3 (self 0)',
        '    io 3',
        'worker 4 (self 0)',
        '  poll 4',
      ].join('\n'),
    );
    expect([...tree.start]).toEqual([0, 1, 3, 3, 6, 6]);
    expect([...tree.end]).toEqual([4, 2, 4, 4, 6, 6]);
  });

  it('give the same tree as in any other order', () => {
    const name = fc.constantFrom('f', 'f::g', 'f g', 'a', 'b', 'ü');
    const stack = fc.array(name, { minLength: 1, maxLength: 5 });
    const samples = fc.array(fc.tuple(stack, fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(samples, fc.gen(), (lines, random) => {
        const inOrder = [...lines].sort((a, b) => {
          const [left, right] = [`${a[0].join(';')} `, `${b[0].join(';')} `];
          return left < right ? -1 : left > right ? 1 : 0;
        });
        const shuffled = random(fc.shuffledSubarray, lines, { minLength: lines.length });
        const [one, other] = [inOrder, shuffled].map(profileOfLines);
        expect(columnsOf(buildCallTree(other!), other!)).toEqual(
          columnsOf(buildCallTree(one!), one!),
        );
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('but hold one function twice, of two libraries, are still merged by name', () => {
    const builder = new ProfileBuilder();
    const main = builder.stack(-1, builder.frame('main'));
    for (const library of ['a.so', 'b.so']) {
      builder.sample(builder.stack(main, builder.frame('f', { library })), 1);
      builder.sample(builder.stack(main, builder.frame(`f::${library}`)), 1);
    }
    expect(treeText(buildCallTree(builder.build('twins', 'samples')))).toBe(
      ['main 4 (self 0)', '  f 2', '  f::a.so 1', '  f::b.so 1'].join('\n'),
    );
  });
});

function profileOfLines(lines: readonly (readonly [readonly string[], number])[]): Profile {
  const builder = new ProfileBuilder();
  for (const [names, weight] of lines) builder.sample(builder.stackOfNames(names), weight);
  return builder.build('lines', 'samples');
}
