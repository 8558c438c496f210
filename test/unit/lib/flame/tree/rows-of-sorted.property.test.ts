import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateStacks } from '../../../../../bench/generated-stacks.ts';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { isKnownSorted } from '../../../../../src/lib/flame/model/sorted-profile.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { rowsOfSide } from '../../../../../src/lib/flame/tree/rows-of-side.ts';

/** Names that begin with one another, and whose next character stands before or behind `;` and ` `. */
const name = fc.constantFrom(
  'f',
  'f::g',
  'f g',
  'f!',
  'f\u0001',
  'f\tg',
  'ü',
  'a',
  'b',
  'c',
  '\u{1f525}',
  'f<[u8; 2]>',
);
const stack = fc.array(name, { minLength: 1, maxLength: 4 });
const stackLine = fc
  .tuple(
    stack,
    fc.constantFrom('', '', '', ';'),
    fc.constantFrom('0', '1', '2', '3', '7', '9', '12'),
  )
  .map(([frames, end, weight]) => `${frames.join(';')}${end} ${weight}`);
/** Lines that are no stack stand between others, and say nothing of the order. */
const line = fc.oneof(
  { weight: 9, arbitrary: stackLine },
  { weight: 1, arbitrary: stack.map((frames) => frames.join(';')) },
);

async function read(folded: string) {
  const { profiles } = await importProfile(folded, { format: 'folded' });
  return profiles[0]!;
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe('the tree of sorted folded stacks', () => {
  it('is the one that is built without knowing that they are sorted', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(stackLine, fc.array(line, { maxLength: 12 })),
        fc.boolean(),
        async ([first, others], isSorted) => {
          const lines = [first, ...others];
          const profile = await read((isSorted ? lines.sort(byBytes) : lines).join('\n'));
          const { nameOf: _nameOf, ...tree } = buildCallTree(profile);
          const unknown = { ...profile, samples: { ...profile.samples } };
          const { nameOf: _other, ...expected } = buildCallTree(unknown);
          expect(isKnownSorted(unknown)).toBe(false);
          expect(tree).toEqual(expected);
          // And what a comparison takes of it is a part of it.
          for (const order of ['name', 'time'] as const) {
            const { size, end, frame, self } = buildCallTree(profile, { order });
            expect(rowsOfSide(profile, order)).toMatchObject({ size, end, frame, self });
          }
          if (isKnownSorted(profile)) known++;
        },
      ),
      { seed: 5, numRuns: 4000 },
    );
    expect(known).toBeGreaterThan(400);
  });

  it('is the same where lines come in any order, also of a caller with many callees', async () => {
    const lines = Array.from({ length: 90 }, (_, i) => `main;f${(i * 37) % 90};g ${i % 7}`);
    const profile = await read(lines.join('\n'));
    const { nameOf: _nameOf, ...tree } = buildCallTree(profile);
    const { nameOf: _other, ...sorted } = buildCallTree(await read(lines.sort(byBytes).join('\n')));
    const namesOf = ({ frame, frames }: typeof tree) => Array.from(frame, (at) => frames.names[at]);
    expect(namesOf(tree)).toEqual(namesOf(sorted));
    for (const column of ['parent', 'end', 'depth', 'self', 'total', 'start'] as const) {
      expect(tree[column]).toEqual(sorted[column]);
    }
    expect(tree.frame).toBe(profile.stacks.frame);
    expect(tree.parent).toBe(profile.stacks.prefix);
  });

  it.each([false, true])('keeps at most 48 bytes a node, lines shuffled: %s', async (shuffled) => {
    const { bytes, nodes } = generateStacks(10_000, 1, shuffled);
    const { profiles } = await importProfile(bytes);
    const [profile] = profiles;
    const columns = [profile!.stacks, profile!.samples, buildCallTree(profile!)].flatMap(
      (table): unknown[] => Object.values(table),
    );
    const buffers = new Set(columns.filter(ArrayBuffer.isView).map(({ buffer }) => buffer));
    const kept = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(kept / nodes).toBeLessThan(48);
  });

  it.each([
    ['sorted lines', 'a 1\na;b 2\na;b;c 1\na;d 3\nb 1\n', true],
    ['repeated stacks', 'a;b 1\na;b 2\na;c 1\n', true],
    ['lines in another order, which are put in order', 'b 1\na 1\n', true],
    ['a stack that comes back', 'a 1\na!x 1\na;y 1\n', true],
    ['a weight of zero, which moves a name', 'a 0\na!x 1\n', true],
    ['two weights a line', 'b 1 2\na 2 1\n', false],
    ['fractions, whose sum depends on the order', 'a 0.5\nb 0.25\n', false],
    ['a line that is no stack in between', 'a 1\n# note\nb 1\n', true],
  ])('%s: known to be sorted or not', async (_what, folded, isSorted) => {
    expect(isKnownSorted(await read(folded))).toBe(isSorted);
  });
});
