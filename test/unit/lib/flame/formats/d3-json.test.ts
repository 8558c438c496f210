import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { compareNames } from '../../../../../src/lib/flame/model/compare-names.ts';
import { isKnownSorted } from '../../../../../src/lib/flame/model/sorted-profile.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(value: unknown): Promise<{ stacks: string[]; issues: string[] }> {
  const { profiles, issues } = await importProfile(JSON.stringify(value), { format: 'd3-json' });
  return { stacks: stackLines(profiles[0]!), issues: issueCodes(issues) };
}

describe('d3-flame-graph JSON', () => {
  it('has inclusive values: a node weighs itself what its children do not', async () => {
    const root = {
      name: 'root',
      value: 9,
      children: [
        { name: 'a', value: 5 },
        { name: 'b', value: 1 },
      ],
    };
    expect(await read(root)).toEqual({ stacks: ['root 3', 'root;a 5', 'root;b 1'], issues: [] });
  });

  it('has self values where most children outweigh their parent, and says so', async () => {
    const root = {
      name: 'root',
      value: 0,
      children: [{ name: 'a', value: 1, children: [{ name: 'b', value: 7 }] }],
    };
    expect(await read(root)).toEqual({
      stacks: ['root;a 1', 'root;a;b 7'],
      issues: ['self-values'],
    });
  });

  it('may use the short keys, and give a list of roots', async () => {
    const roots = [
      { n: 'x', v: 2, c: [{ n: 'y', v: 1 }] },
      { n: 'z', v: 4, c: [] },
    ];
    expect(await read(roots)).toEqual({ stacks: ['x 1', 'x;y 1', 'z 4'], issues: [] });
  });

  it('may leave values out where children have them', async () => {
    const root = { name: 'root', children: [{ name: 'a', value: 5 }] };
    expect(await read(root)).toEqual({ stacks: ['root;a 5'], issues: ['no-weight'] });
  });

  it('says what it could not use', async () => {
    const root = {
      name: 'root',
      value: 9,
      children: [{ value: 2 }, { name: 'n', value: -3 }, { name: 'd', value: 1, delta: -4 }],
    };
    const { issues } = await read(root);
    expect(issues.sort()).toEqual(['bad-weight', 'difference', 'no-name']);
  });

  it('says where children outweigh their parent, and gives that no weight of its own', async () => {
    const inner = (name: string, value: number) => ({
      name,
      value,
      children: [{ name: 'leaf', value: 5 }],
    });
    const children = [inner('sound', 6), inner('odd', 4)];
    expect(await read({ name: 'root', value: 20, children })).toEqual({
      stacks: ['root 10', 'root;odd;leaf 5', 'root;sound 1', 'root;sound;leaf 5'],
      issues: ['children-exceed'],
    });
  });

  it('may nest 10,000 deep and repeat a name', async () => {
    const depth = 10_000;
    const text = `${'{"name":"f","value":1,"children":['.repeat(depth)}${']}'.repeat(depth)}`;
    const { format, profiles } = await importProfile(text);
    expect(format).toBe('d3-json');
    expect(profiles[0]!.stacks.length).toBe(depth);
  });

  it('has the same tree whether or not its nodes are known to be in order', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(node, fc.boolean(), async (root, isSorted) => {
        const value = isSorted ? sorted(root) : root;
        const { profiles } = await importProfile(JSON.stringify(value), { format: 'd3-json' });
        const profile = profiles[0]!;
        const { nameOf: _nameOf, ...tree } = buildCallTree(profile);
        const unknown = { ...profile, samples: { ...profile.samples } };
        const { nameOf: _other, ...expected } = buildCallTree(unknown);
        expect(isKnownSorted(unknown)).toBe(false);
        expect(tree).toEqual(expected);
        if (isKnownSorted(profile) && tree.size > 3) known++;
      }),
      { seed: 5, numRuns: 2000 },
    );
    expect(known).toBeGreaterThan(100);
  });

  it('puts stacks in order and leaves samples in the order of the file', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `f${(i * 37) % 60}`);
    const children = names.map((name) => ({ name, value: 1 }));
    const { profiles } = await importProfile(JSON.stringify({ name: 'root', value: 60, children }));
    const { frames, stacks, samples } = profiles[0]!;
    const leafOf = (stack: number): string => frames.names[stacks.frame[stack]!]!;
    expect(Array.from(samples.stack, leafOf)).toEqual(names);
    const inTable = Array.from(stacks.frame, (frame) => frames.names[frame]!);
    expect(inTable).toEqual(['root', ...names.toSorted()]);
  });

  it.each([
    ['names that rise', ['a', 'b', 'c'], 1, true],
    ['names that fall, which are put in order', ['b', 'a'], 1, true],
    ['a name that comes again', ['a', 'a'], 1, true],
    ['a name that begins with the one before it', ['a', 'a!'], 1, true],
    ['UTF-16 units that rise where characters do not', ['\u{1f600}', '\uff08'], 1, false],
    ['UTF-16 units that fall where characters rise', ['\uff08', '\u{1f600}'], 1, true],
    ['fractions, whose sum depends on the order', ['a', 'b'], 0.1, false],
  ])('%s: known to be in order or not', async (_what, names, value, isKnown) => {
    const root = { name: 'root', value: 9, children: names.map((name) => ({ name, value })) };
    const { profiles } = await importProfile(JSON.stringify(root), { format: 'd3-json' });
    expect(isKnownSorted(profiles[0]!)).toBe(isKnown);
  });
});

interface Node {
  readonly name: string;
  readonly value: number;
  readonly children: readonly Node[];
}

const nodeOf = (below: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'a!', 'a::b', 'd', 'z', '\u{1f600}', '\uff08', ''),
    value: fc.nat(20),
    children: fc.array(below, { maxLength: 3 }),
  });
const leaf = fc.record({
  name: fc.constantFrom('p', 'q', 'pq', 'r', 's'),
  value: fc.nat(9),
  children: fc.constant([]),
});
const node = nodeOf(nodeOf(leaf));

function sorted({ name, value, children }: Node): Node {
  const inOrder = children.map(sorted).sort((a, b) => compareNames(a.name, b.name));
  return { name, value, children: inOrder };
}
