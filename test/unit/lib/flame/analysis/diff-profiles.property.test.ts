import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffProfiles, factsOf } from '../../../../../src/lib/flame/index.ts';
import type { DiffTree, Profile } from '../../../../../src/lib/flame/index.ts';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { profileOf } from '../../../../support/profile-of.ts';

/** Names that begin with one another, and whose next character stands before or behind `;` and ` `. */
const name = fc.constantFrom('f', 'f::g', 'f!', 'f\u0001', 'f<u8>', 'ü', 'a', 'b');
const stack = fc.array(name, { minLength: 1, maxLength: 4 });
const weight = fc.constantFrom(1, 2, 3, 5, 0.5);
const samples = fc.array(fc.tuple(stack, weight), { maxLength: 14 });
type Samples = readonly (readonly [readonly string[], number])[];

function linesOf(side: Samples): string[] {
  return side.map(([frames, value]) => `${frames.join(';')} ${value}`);
}

/** One side's weights by path; a path is the names of its frames. */
interface Naive {
  readonly self: Map<string, number>;
  readonly total: Map<string, number>;
}

function naive(side: Samples): Naive {
  const sums = { self: new Map<string, number>(), total: new Map<string, number>() };
  const add = (to: Map<string, number>, path: string, value: number) =>
    to.set(path, (to.get(path) ?? 0) + value);
  for (const [frames, value] of side) {
    for (let to = 1; to <= frames.length; to++) add(sums.total, pathOf(frames.slice(0, to)), value);
    add(sums.self, pathOf(frames), value);
  }
  return sums;
}

const pathOf = (frames: readonly string[]) => frames.join('\u0000');
/** Sums of different orders differ in their last digits. */
const said = (value: number | undefined) => String(Number((value ?? 0).toFixed(6)));

/** What the tree of both has to be, one line a node, in order. */
function expectedRows(before: Naive, after: Naive): string[] {
  const paths = new Set([...before.total.keys(), ...after.total.keys()]);
  const ends = (path: string) => before.self.has(path) || after.self.has(path);
  // As sorted lines: a name is followed by its callee, or by the weight where the stack ends.
  const lineOf = (path: string) => {
    const frames = path.split('\u0000');
    const places = frames.map((frame, i) =>
      Buffer.from(`${frame}${ends(pathOf(frames.slice(0, i + 1))) ? ' ' : ';'}`),
    );
    return places;
  };
  const compare = (a: string, b: string) => {
    const [one, other] = [lineOf(a), lineOf(b)];
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      const order = Buffer.compare(one[i]!, other[i]!);
      if (order !== 0) return order;
    }
    return one.length - other.length;
  };
  return [...paths].sort(compare).map((path) => {
    const status = !before.total.has(path)
      ? 'appeared'
      : after.total.has(path)
        ? 'common'
        : 'vanished';
    const weights = [before.self, before.total, after.self, after.total].map((of) =>
      said(of.get(path)),
    );
    return [path.split('\u0000').join(';'), ...weights, status].join(' ');
  });
}

function rowsOf(tree: DiffTree): string[] {
  const paths: string[] = [];
  return Array.from({ length: tree.size }, (_, row) => {
    const above = paths[tree.parent[row]!];
    paths.push(above === undefined ? tree.nameOf(row) : `${above};${tree.nameOf(row)}`);
    const weights = [tree.before, tree.after].flatMap((side) => [
      said(side.self(row)),
      said(side.total(row)),
    ]);
    return [paths[row], ...weights, tree.statusOf(row)].join(' ');
  });
}

/** Sorted files are known to be; profiles of other formats are not. */
async function read(side: Samples, isFile: boolean): Promise<Profile> {
  if (!isFile || side.length === 0) return profileOf(linesOf(side).join('\n'));
  const { profiles } = await importProfile(linesOf(side).sort().join('\n'), { format: 'folded' });
  return profiles[0]!;
}

describe('two profiles as one tree', () => {
  it('has every stack of both, each node with the weights of both, in the order of lines', async () => {
    await fc.assert(
      fc.asyncProperty(samples, samples, fc.boolean(), async (before, after, isFile) => {
        const tree = diffProfiles(await read(before, isFile), await read(after, isFile), {
          normalize: 'none',
        });
        expect(rowsOf(tree)).toEqual(expectedRows(naive(before), naive(after)));
      }),
      { numRuns: 300 },
    );
  });

  it('lies within its callers: edges follow from widths, whatever the order and the scale', async () => {
    const order = fc.constantFrom('name' as const, 'weight' as const, 'time' as const);
    const normalize = fc.constantFrom('none' as const, 'total' as const);
    const width = fc.constantFrom('both' as const, 'before' as const, 'after' as const);
    await fc.assert(
      fc.asyncProperty(
        samples,
        samples,
        fc.record({ order, normalize, width }),
        async (before, after, settings) => {
          const [one, other] = [await read(before, true), await read(after, true)];
          const tree = diffProfiles(one, other, settings);
          const next = new Map<number, number>(); // where the next callee begins, by caller
          for (let row = 0; row < tree.size; row++) {
            const parent = tree.parent[row]!;
            expect(tree.start[row]).toBe(next.get(parent) ?? 0);
            next.set(parent, tree.start[row]! + tree.total[row]!);
            next.set(row, tree.start[row]! + tree.self[row]!);
          }
          for (let row = 0; row < tree.size; row++) {
            expect(next.get(row)).toBe(tree.start[row]! + tree.total[row]!);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is as wide as its weights are, within a step for each frame', async () => {
    await fc.assert(
      fc.asyncProperty(
        samples,
        samples,
        fc.constantFrom('none' as const, 'total' as const),
        async (before, after, normalize) => {
          const [one, other] = [await read(before, true), await read(after, true)];
          const tree = diffProfiles(one, other, { normalize });
          const { weightStep = 1 } = tree;
          const widths = Array.from(tree.frame, (_, row) =>
            Math.max(tree.before.self(row), tree.after.self(row)),
          );
          for (let row = 0; row < tree.size; row++) {
            const own = widths.slice(row, tree.end[row]).reduce((sum, width) => sum + width, 0);
            const off = Math.abs(factsOf(tree, row).total - own);
            expect(off).toBeLessThanOrEqual(weightStep * tree.size + 1e-9);
            if (own > 0) expect(tree.total[row]).toBeGreaterThan(0);
          }
          expect(weightStep === 1 || tree.totalWeight / weightStep > 2 ** 30).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has the heaviest sibling first, or the one that the first samples show', async () => {
    await fc.assert(
      fc.asyncProperty(samples, samples, async (before, after) => {
        const [one, other] = [await read(before, true), await read(after, true)];
        const heavy = diffProfiles(one, other, { normalize: 'none', order: 'weight' });
        const timed = diffProfiles(one, other, { normalize: 'none', order: 'time' });
        expect(rowsOf(heavy).toSorted()).toEqual(rowsOf(timed).toSorted());
        const last = new Map<number, number>();
        for (let row = 0; row < heavy.size; row++) {
          const parent = heavy.parent[row]!;
          expect(heavy.total[row]).toBeLessThanOrEqual(last.get(parent) ?? Infinity);
          last.set(parent, heavy.total[row]!);
        }
        // What only the second has was seen last.
        const hasAppeared = new Set<number>();
        for (let row = 0; row < timed.size; row++) {
          const parent = timed.parent[row]!;
          if (timed.statusOf(row) === 'appeared') hasAppeared.add(parent);
          else expect(hasAppeared.has(parent)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
