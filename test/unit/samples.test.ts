import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/content/schemas/sample.ts';
import type { SampleClaim } from '../../src/content/schemas/sample.ts';
import { buildCallTree, functionTotals } from '../../src/lib/flame/index.ts';
import { evaluateCheck, evaluateQuery, numberOf } from '../../src/lib/query/index.ts';
import { loadSample } from '../../src/lib/site/samples.ts';
import { recordings } from '../../scripts/record/recordings/index.ts';

const folder = 'public/samples';
const { samples } = manifestSchema.parse(
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
);

function unpacked(file: string): string {
  const bytes = readFileSync(join(folder, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
}

describe('the manifest', () => {
  it('is sorted by id and names each sample once', () => {
    const ids = samples.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('has an entry for every file that can be opened, and a file for every entry', () => {
    const besides = ['manifest.json', 'differential.json', 'differential.svg', 'README.md'];
    const files = readdirSync(folder).filter((file) => !besides.includes(file));
    expect(samples.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it('holds what the recordings say they record, in their words', () => {
    for (const { id, title, story, lookFor, planted } of recordings.flatMap((r) => r.samples)) {
      const entry = samples.find((sample) => sample.id === id);
      expect(entry, id).toMatchObject({ title, story, lookFor, origin: 'recorded' });
      expect(entry?.facts.claims, id).toHaveLength(planted.length);
    }
  });

  it('gives every set of samples that belong together a before and an after', () => {
    const sets = new Map<string, string[]>();
    for (const { partOf } of samples) {
      if (partOf !== undefined) {
        sets.set(partOf.set, [...(sets.get(partOf.set) ?? []), partOf.role]);
      }
    }
    for (const [set, roles] of sets) {
      expect(roles, set).toEqual(expect.arrayContaining(['before', 'after']));
    }
  });

  it('stays below 12 MB with all its files', () => {
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12e6);
  });

  it('has at least three runs of each chunk size, all of the same work', () => {
    const runs = samples.filter(({ partOf }) => partOf?.set === 'chunk-size');
    for (const role of ['before', 'after'] as const) {
      expect(runs.filter(({ partOf }) => partOf?.role === role).length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(runs.map(({ work }) => JSON.stringify(work))).size).toBe(1);
  });

  it('has a real profile of more than 100,000 boxes', async () => {
    expect(buildCallTree(await loadSample('typescript-compiler')).size).toBeGreaterThan(100_000);
  });
});

// loadSample refuses a file with another hash, with issues, or in another unit than its entry says.
describe.each(samples)('the sample $id', ({ id, file, unit, facts }) => {
  it('is the file that was recorded, is read without issues, and has the facts of its entry', async () => {
    const profile = await loadSample(id);
    const [hottest] = functionTotals(profile);
    expect({
      ...(unit === 'samples' ? { samples: profile.totalWeight } : {}),
      totalWeight: profile.totalWeight,
      maxDepth: buildCallTree(profile).maxDepth,
      hottestSelf: { name: hottest?.name, self: hottest?.self },
    }).toEqual({
      ...(facts.samples === undefined ? {} : { samples: facts.samples }),
      totalWeight: facts.totalWeight,
      maxDepth: facts.maxDepth,
      hottestSelf: facts.hottestSelf,
    });
  });

  it('shows what was planted in it', async () => {
    for (const claim of facts.claims ?? []) await expectClaim(id, claim);
  });

  it('names no folder of the person who recorded it', () => {
    expect(unpacked(file)).not.toMatch(/\/(?:home|root|Users)\//);
  });
});

async function expectClaim(id: string, claim: SampleClaim): Promise<void> {
  const profile = await loadSample(id);
  const options = claim.after === undefined ? {} : { after: await loadSample(claim.after) };
  if ('holds' in claim) {
    expect(evaluateCheck(profile, claim.holds, options), JSON.stringify(claim.holds)).toBe(true);
    return;
  }
  const { query, value, within } = claim;
  const number = numberOf(query, evaluateQuery(profile, query, options));
  expect(number, JSON.stringify(query)).toBeCloseTo(value, 9);
  expect(number).toBeGreaterThanOrEqual(within[0]);
  expect(number).toBeLessThanOrEqual(within[1]);
}

describe('the programs that are recorded', () => {
  const programs = 'scripts/record/programs';
  const sources = readdirSync(programs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:rs|c|cpp|go|java|mjs)$/.test(file),
  );

  it.each(sources)('%s is short and says what is planted', (source) => {
    const text = readFileSync(join(programs, source), 'utf8');
    expect(text.split('\n').length - 1).toBeLessThan(120);
    if (!source.includes('bin/')) expect(text).toMatch(/[Pp]lanted (?:cause|change)/);
  });
});

describe('the commands of lesson 4.1, as they ran', () => {
  interface Run {
    id: string;
    steps: { command: string; shown: string[] }[];
    files: string[];
    folded: { before: string; after: string };
    stacks: { before: number; after: number; both: number };
  }
  const { runs } = JSON.parse(readFileSync(join(folder, 'differential.json'), 'utf8')) as {
    runs: Run[];
  };
  const runOf = (id: string): Run => {
    const run = runs.find((one) => one.id === id);
    if (run === undefined) throw new Error(`there is no run "${id}"`);
    return run;
  };

  it('compare a profile with itself when they are taken literally', () => {
    const { files, folded } = runOf('literal');
    expect(files).toEqual(expect.arrayContaining(['perf.data', 'perf.data.old']));
    expect(folded.before).toBe(folded.after);
  });

  it('find no stack in common while the two programs have two names', () => {
    const { folded, stacks } = runOf('own-files');
    expect(folded.before).not.toBe(folded.after);
    expect(stacks.both).toBe(0);
  });

  it('show what changed once names and files are right', () => {
    const { steps, stacks } = runOf('corrected');
    expect(stacks.both).toBeGreaterThan(0);
    expect(steps.at(-1)?.shown.join('\n')).toMatch(/\d+ -> 0 {2}find_by_scanning/);
  });

  it('gave the two samples that the lesson draws', () => {
    const { folded } = runOf('corrected');
    for (const side of ['before', 'after'] as const) {
      const bytes = readFileSync(join(folder, `diff-${side}.folded`));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(folded[side]);
    }
  });

  it('name no folder of the person who ran them', () => {
    expect(JSON.stringify(runs)).not.toMatch(/\/(?:home|root|Users)\//);
  });
});
