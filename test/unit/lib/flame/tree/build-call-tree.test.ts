import { describe, expect, test } from 'vitest';
import { buildCallTree, noStack, ProfileBuilder } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { treeText } from '../../../../support/tree-text.ts';

const server = `
  main;accept            2
  main;serve;read        3
  main;serve             1
  main;serve;write       3
  main;serve;read;copy   4
`;

describe('root-first', () => {
  test('merges stacks by their beginnings, siblings by name', () => {
    expect(treeText(buildCallTree(profileOf(server)))).toBe(
      [
        'main 13 (self 0)',
        '  accept 2',
        '  serve 11 (self 1)',
        '    read 7 (self 3)',
        '      copy 4',
        '    write 3',
      ].join('\n'),
    );
  });

  test('by weight the heaviest stands first, equal ones by name', () => {
    const tree = buildCallTree(profileOf('m;b 2\nm;c 5\nm;a 2'), { order: 'weight' });
    expect(treeText(tree)).toBe('m 9 (self 0)\n  c 5\n  a 2\n  b 2');
  });

  test('by weight wide nodes are ordered too', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `m;f${i} ${(i * 37) % 61}`).join('\n');
    const tree = buildCallTree(profileOf(lines), { order: 'weight' });
    const weights = Array.from(tree.total.slice(1));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('by time the one seen first stands first', () => {
    const tree = buildCallTree(profileOf('m;z 1\nm;a;y 1\nm;a;b 1\nm;z;c 1'), { order: 'time' });
    expect(treeText(tree)).toBe(
      'm 4 (self 0)\n  z 2 (self 1)\n    c 1\n  a 2 (self 0)\n    y 1\n    b 1',
    );
  });

  test('a box begins where the samples before it end, its self weight to the left of its children', () => {
    const tree = buildCallTree(profileOf('m;a 2\nm 3\nm;b;c 4'));
    const places = Array.from(tree.start, (start, i) => `${tree.nameOf(i)} ${start}`);
    expect(places).toEqual(['m 0', 'a 3', 'b 5', 'c 5']);
  });

  test('rows know their parent, depth and the end of their subtree', () => {
    const tree = buildCallTree(profileOf(server));
    expect(Array.from(tree.parent)).toEqual([-1, 0, 0, 2, 3, 2]);
    expect(Array.from(tree.depth)).toEqual([0, 1, 1, 2, 3, 2]);
    expect(Array.from(tree.end)).toEqual([6, 2, 6, 5, 5, 6]);
    expect(tree.maxDepth).toBe(4);
  });

  test('samples without frames count in the total and have no node', () => {
    const tree = buildCallTree(profileOf('a 2\n 5'));
    expect([tree.size, tree.totalWeight]).toEqual([1, 7]);
  });

  test('an empty profile is an empty tree', () => {
    const tree = buildCallTree(profileOf(''));
    expect([tree.size, tree.maxDepth, tree.totalWeight]).toEqual([0, 0, 0]);
    expect(() => tree.nameOf(0)).toThrow('row 0 is not in the call tree');
  });

  test('a stack that no sample has gives no node', () => {
    const builder = new ProfileBuilder();
    builder.stackOfNames(['never', 'sampled']);
    builder.sample(builder.stackOfNames(['seen']), 1);
    expect(treeText(buildCallTree(builder.build('p', 'samples')))).toBe('seen 1');
  });

  test('stacks that a file does not intern are merged all the same', () => {
    const profile = profileOf('a;b 1\na;c 2');
    const twice = {
      ...profile,
      stacks: {
        length: 4,
        prefix: Int32Array.of(-1, 0, -1, 2),
        frame: Int32Array.of(0, 1, 0, 2), // a;b and a;c, with "a" twice
      },
      samples: { ...profile.samples, stack: Int32Array.of(1, 3) },
    };
    expect(treeText(buildCallTree(twice))).toBe('a 3 (self 0)\n  b 1\n  c 2');
  });
});

describe('names', () => {
  test('names order by code point, as Perl and Rust order bytes, not by UTF-16 unit', () => {
    const tree = buildCallTree(profileOf('m;\u{1f525} 1\nm;\uffe8 1'));
    expect([tree.nameOf(1), tree.nameOf(2)]).toEqual(['\uffe8', '\u{1f525}']);
  });

  test('upper case stands before lower case, as in the reference tools', () => {
    const tree = buildCallTree(profileOf('m;b 1\nm;C 1\nm;a 1'));
    expect([1, 2, 3].map((row) => tree.nameOf(row))).toEqual(['C', 'a', 'b']);
  });

  // flamegraph.pl and inferno sort whole lines, so what follows a name takes part: `;` or a space.
  test('where one name begins with another the order is that of sorted lines', () => {
    const calls = buildCallTree(profileOf('m;f;x 1\nm;f::g;x 1'));
    expect([calls.nameOf(1), calls.nameOf(3)]).toEqual(['f::g', 'f']);
    const leaves = buildCallTree(profileOf('m;f 1\nm;f::g 1'));
    expect([leaves.nameOf(1), leaves.nameOf(2)]).toEqual(['f', 'f::g']);
  });

  test('the frame with index 0 is a frame like any other', () => {
    expect(treeText(buildCallTree(profileOf('a 1\nb;a 2')))).toBe('a 1\nb 2 (self 0)\n  a 2');
  });

  test('names of Object.prototype are only names', () => {
    const tree = buildCallTree(profileOf('__proto__;constructor 1\n__proto__;toString 2'));
    expect(treeText(tree)).toBe('__proto__ 3 (self 0)\n  constructor 1\n  toString 2');
  });

  test('functions of one name in two files are one node by name and two by frame', () => {
    const builder = new ProfileBuilder();
    for (const file of ['a.c', 'b.c']) {
      builder.sample(builder.stack(noStack, builder.frame('run', { file })), 1);
    }
    const profile = builder.build('p', 'samples');
    expect(treeText(buildCallTree(profile))).toBe('run 2');
    expect(treeText(buildCallTree(profile, { mergeBy: 'frame' }))).toBe('run 1\nrun 1');
  });

  test('return addresses in one line do not tear a function apart', () => {
    const builder = new ProfileBuilder();
    for (const address of ['0x10', '0x18']) {
      const frame = builder.frame('run', { file: 'a.c', line: 3, address });
      builder.sample(builder.stack(noStack, frame), 1);
    }
    const tree = buildCallTree(builder.build('p', 'samples'), { mergeBy: 'frame' });
    expect(treeText(tree)).toBe('run 2');
  });
});

describe('leaf-first', () => {
  test('roots are what was running, children their callers', () => {
    const tree = buildCallTree(profileOf('main;a;malloc 3\nmain;b;malloc 2\nmain;a 1'), {
      inverted: true,
    });
    expect(treeText(tree)).toBe(
      [
        'a 1 (self 0)',
        '  main 1',
        'malloc 5 (self 0)',
        '  a 3 (self 0)',
        '    main 3',
        '  b 2 (self 0)',
        '    main 2',
      ].join('\n'),
    );
  });

  test('maxDepth cuts callers off and keeps the weight', () => {
    const profile = profileOf('main;a;malloc 3\nmain;b;malloc 2');
    const tree = buildCallTree(profile, { inverted: true, maxDepth: 1 });
    expect(treeText(tree)).toBe('malloc 5');
    expect(tree.cutDepth).toBe(1);
  });

  test('a limit of nodes stops at a whole level, and the tree says where', () => {
    const profile = profileOf('a;b;c;x 1\na;d;e;x 1\nf;g;y 1');
    const tree = buildCallTree(profile, { inverted: true, maxNodes: 4 });
    expect(treeText(tree)).toBe('x 2 (self 0)\n  c 1\n  e 1\ny 1 (self 0)\n  g 1');
    expect(tree.cutDepth).toBe(2);
    expect(buildCallTree(profile, { inverted: true }).cutDepth).toBeUndefined();
  });

  test('a stack of 10,000 frames is no problem, either way', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `f${i}`);
    const profile = profileOf(`${names.join(';')} 1`);
    expect(buildCallTree(profile).maxDepth).toBe(10_000);
    expect(buildCallTree(profile, { inverted: true }).nameOf(9_999)).toBe('f0');
  });
});

describe('recursion merged', () => {
  test('a frame that calls itself is one node, as stackcollapse-recursive.pl makes it', () => {
    const tree = buildCallTree(profileOf('m;f;f;f;g 2\nm;f 1\nm;f;f 1'), { mergeRecursion: true });
    expect(treeText(tree)).toBe('m 4 (self 0)\n  f 4 (self 2)\n    g 2');
  });

  test('recursion through others stays, since a caller would be hidden', () => {
    const tree = buildCallTree(profileOf('f;g;f;g 1'), { mergeRecursion: true });
    expect(tree.maxDepth).toBe(4);
  });

  test('leaf-first too', () => {
    const tree = buildCallTree(profileOf('m;f;f 1'), { mergeRecursion: true, inverted: true });
    expect(treeText(tree)).toBe('f 1 (self 0)\n  m 1');
  });
});
