import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';

interface CallgrindReference {
  readonly totalWeight: number;
  /** `file:function [object]`. */
  readonly top10BySelf: readonly (readonly [string, number])[];
  readonly top10ByTotal: readonly (readonly [string, number])[];
  readonly functionsBySelf: number;
}

/**
 * Files without a line of totals: callgrind_annotate then adds the costs of calls to those of
 * functions, so its "program total" is larger than all self costs together.
 */
const sumOfSelf: Readonly<Record<string, number>> = {
  'callgrind/speedscope-callgrind.example.log': 820,
  'callgrind/speedscope-callgrind.multiple-event-types.log': 820,
  'callgrind/speedscope-callgrind.name-compression.log': 820,
  'callgrind/ruby-prof-callgrind.out': 7775,
};

/** Xdebug counts time in units of 10 ns and says so in the event's name; we give nanoseconds. */
const factors: Readonly<Record<string, number>> = {
  'callgrind/speedscope-callgrind.multiple-event-types.log': 10,
};

/** Names as callgrind_annotate prints them, without the object that it leaves out at times. */
function printedName(name: string): string {
  return name
    .replace(/ \[[^\]]*\]$/, '')
    .replace(/^\.(?=\/)/, '') // it takes "." for the folder it runs in
    .replace(/^:/, '???:');
}

describeCorpus('callgrind of the corpus', () => {
  for (const file of corpusFiles('callgrind')) {
    if (file.path.includes('empty')) continue;
    const factor = factors[file.path] ?? 1;

    it(`${file.path}: self costs as callgrind_annotate prints them, to the last unit`, async () => {
      const { format, profiles } = await importProfile(readCorpus(file.path));
      const reference = readReference<CallgrindReference>(file);
      const { self } = weightsOf(profiles[0]!, true);
      expect(format).toBe('callgrind');
      expect(profiles[0]!.totalWeight).toBe(
        (sumOfSelf[file.path] ?? reference.totalWeight) * factor,
      );
      expect(self.size).toBe(reference.functionsBySelf);
      for (const [name, weight] of reference.top10BySelf) {
        expect([name, self.get(printedName(name))]).toEqual([name, weight * factor]);
      }
    });

    it(`${file.path}: total costs, within what the report says was not followed`, async () => {
      const { profiles, issues } = await importProfile(readCorpus(file.path));
      const reference = readReference<CallgrindReference>(file);
      const { total } = weightsOf(profiles[0]!, false);
      const whole = profiles[0]!.totalWeight;
      const slack = Math.max(2, whole * 2e-4, percentOf(issues) * whole);
      for (const [fn, weight] of mostByFunction(reference.top10ByTotal)) {
        const ours = [...total].filter(([name]) => fn.endsWith(`:${name}`)).map(([, cost]) => cost);
        const difference = Math.max(...ours) - Math.min(weight * factor, whole);
        expect(Math.abs(difference), fn).toBeLessThanOrEqual(slack);
      }
    });
  }

  it('every profile says that its stacks are rebuilt', async () => {
    for (const file of corpusFiles('callgrind')) {
      if (file.path.includes('empty')) continue;
      const { issues } = await importProfile(readCorpus(file.path));
      expect(issues.map(({ code }) => code)).toContain('rebuilt-stacks');
    }
  });

  it('multiple-event-types: time and memory are two profiles', async () => {
    const { profiles } = await importProfile(
      readCorpus('callgrind/speedscope-callgrind.multiple-event-types.log'),
    );
    expect(profiles.map(({ name, unit, totalWeight }) => [name, unit, totalWeight])).toEqual([
      ['Time_(10ns)', 'nanoseconds', 8200],
      ['Memory_(bytes)', 'bytes', 38_000],
    ]);
  });

  it('empty: a file without costs is refused', async () => {
    const bytes = readCorpus('callgrind/gprof2dot-empty.callgrind');
    await expect(importProfile(bytes)).rejects.toMatchObject({ code: 'no-samples' });
  });

  it('truncated: what was read, and that it is a part', async () => {
    const { profiles, issues } = await importProfile(
      readCorpus('callgrind/odd/truncated.callgrind'),
    );
    expect(profiles[0]!.totalWeight).toBeGreaterThan(0);
    expect(issues.map(({ code }) => code)).toContain('truncated');
  });
});

/** Sums by function, or by `file:function`, worked out from the columns alone. */
function weightsOf(
  { frames, stacks, samples }: Profile,
  withFile: boolean,
): { self: Map<string, number>; total: Map<string, number> } {
  const self = new Map<string, number>();
  const total = new Map<string, number>();
  const keys = frames.names.map((name, index) => {
    const file = frames.details[index]?.file ?? '???';
    return withFile ? printedName(`${file}:${name}`) : name;
  });
  samples.stack.forEach((leaf, index) => {
    const weight = samples.weight[index]!;
    const path = new Set<string>();
    for (let at = leaf; at !== -1; at = stacks.prefix[at]!) path.add(keys[stacks.frame[at]!]!);
    const leafKey = keys[stacks.frame[leaf]!]!;
    self.set(leafKey, (self.get(leafKey) ?? 0) + weight);
    for (const key of path) total.set(key, (total.get(key) ?? 0) + weight);
  });
  return { self, total };
}

/** callgrind_annotate lists a function once for each file that it has code of: the whole is most. */
function mostByFunction(rows: CallgrindReference['top10ByTotal']): Map<string, number> {
  const most = new Map<string, number>();
  for (const [name, weight] of rows) {
    const fn = printedName(name).replace(/^[^:]*(?=:)/, '');
    most.set(fn, Math.max(weight, most.get(fn) ?? 0));
  }
  return most;
}

/** What the report says was not followed or did not fit, as a share. */
function percentOf(issues: readonly { message: string }[]): number {
  const percents = issues.map(({ message }) => /([\d.]+)%/.exec(message)?.[1] ?? '0');
  return percents.reduce((sum, percent) => sum + Number(percent), 0.01) / 100;
}
