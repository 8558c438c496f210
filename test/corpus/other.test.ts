import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectScaledMeasures, type SpeedscopeReference } from './support/expect-scaled.ts';
import { measureProfile } from './support/measure-profile.ts';

/** The reference is one tool's reading, and not the better one. Each has its own test below. */
const differs: Readonly<Record<string, string>> = {
  'other/heapprofile/Heap-20181005T144546.heapprofile':
    'lines of a .heapprofile are 0-based: the reference names functions after the line before',
  'other/pmcstat/simple.pmcstat.graph':
    'the reference drops the 3666 samples whose callers pmcstat left out',
  'other/vtune/vtune.csv': 'the reference rounds each frame to whole milliseconds',
  'other/vsprof/CallTreeSummary.csv':
    'the reference takes numbers of calls for inclusive totals, and keeps the last of equal stacks',
  'other/papyrus/script.log':
    'the reference puts functions of one stack on those of another that runs beside it',
};

describeCorpus('files of other tools in the corpus', () => {
  for (const file of corpusFiles('other')) {
    if (differs[file.path] !== undefined) continue;
    it(file.path, async () => {
      const reference = readReference<Partial<SpeedscopeReference>>(file);
      const { profiles } = await importProfile(readCorpus(file.path));
      const references = reference.profiles ?? [reference as SpeedscopeReference];
      references.forEach((one, i) => expectScaledMeasures(profiles[i], one));
    });
  }

  it('heapprofile: bytes are the reference’s, anonymous functions stand on their own line', async () => {
    const [file] = corpusFiles('other').filter(({ path }) => path.endsWith('.heapprofile'));
    const { profiles } = await importProfile(readCorpus(file!.path));
    expectScaledMeasures(profiles[0], readReference<SpeedscopeReference>(file!), {
      rename: (name) =>
        name.replace(/^(\(anonymous .*:)(\d+)\)$/, (_, at: string, line: string) => {
          return `${at}${Number(line) - 1})`;
        }),
    });
  });

  it('pmcstat: samples whose callers were left out stay with their function', async () => {
    const { profiles, issues } = await importProfile(
      readCorpus('other/pmcstat/simple.pmcstat.graph'),
    );
    expect(measureProfile(profiles[0]!)).toMatchObject({
      totalWeight: 7447 + 5156,
      maxDepth: 16,
      top10BySelf: [
        ['zfs_lz4_compress', 7447],
        ['fletcher_2_native', 5156],
      ],
    });
    expect(issues).toMatchObject([{ code: 'missing-caller', count: 3666 }]);
  });

  it('vtune: every frame keeps its microseconds', async () => {
    const [file] = corpusFiles('other').filter(({ path }) => path.endsWith('vtune.csv'));
    const reference = readReference<SpeedscopeReference>(file!);
    const { profiles } = await importProfile(readCorpus(file!.path));
    const measured = measureProfile(profiles[0]!);
    expect(measured.totalWeight).toBe(168_572_000);
    expect(measured.maxDepth).toBe(reference.maxDepth);
    expect(measured.distinctFrames).toBe(reference.distinctFrames);
  });

  it('vsprof: equal stacks add up, by their own time and by their calls', async () => {
    const { profiles } = await importProfile(readCorpus('other/vsprof/CallTreeSummary.csv'));
    const [time, calls] = profiles.map((profile) => measureProfile(profile));
    expect(time).toMatchObject({ totalWeight: 9998, distinctFrames: 100, maxDepth: 10 });
    expect(time!.top10BySelf[0]).toEqual([
      'Raytracer.Raytracer.Tracer.<TraceImage>b__5_0(int32)',
      1951,
    ]);
    expect(calls!.totalWeight).toBe(63_576_647);
  });

  it('papyrus: stacks that run side by side stay apart', async () => {
    const { profiles } = await importProfile(readCorpus('other/papyrus/script.log'));
    expect(measureProfile(profiles[0]!)).toMatchObject({
      totalWeight: (1050 + 1050 + 250) * 1e6,
      distinctFrames: 10,
      maxDepth: 2,
    });
  });
});

/** Files without reference values that can be read: what they say, by hand. */
const readable: Readonly<Record<string, { format: string; total: number; depth: number }>> = {
  'other/vtune/bad-stack-line.csv': { format: 'vtune', total: 168_572_000, depth: 24 },
  'other/hprof/gprof2dot-jdbc.hprof': { format: 'hprof', total: 3362, depth: 16 },
  'other/dhat/dhat.json.gz': { format: 'dhat', total: 21_642, depth: 58 },
  'other/pprof-raw/go-torch-pprof.raw.txt': { format: 'pprof-raw', total: 253, depth: 39 },
  'other/goroutine/goroutine.debug1.txt': { format: 'goroutines', total: 10, depth: 14 },
  'other/goroutine/goroutine.debug2.txt': { format: 'goroutines', total: 10, depth: 13 },
  'other/jstack/local-jdk17.jstack.txt': { format: 'jstack', total: 15, depth: 19 },
};

/** Files that hold no stacks that can be read: the code, and a word of the advice. */
const refused: Readonly<Record<string, { code: string; advice: RegExp }>> = {
  'other/vsprof/invalid-depth.csv': { code: 'no-samples', advice: /no level, name/ },
  'other/vsprof/incorrect-header.csv': { code: 'unknown-format', advice: /can be read/ },
  'other/simpleperf/simpleperf-cpu-clock.trace.gz': { code: 'not-a-profile', advice: /as text/ },
  'other/perf-data/hotspot.perf.data.true.v1': { code: 'not-a-profile', advice: /perf script/ },
  'other/measureme/v8.mm_profdata.gz': { code: 'not-a-profile', advice: /crox/ },
  'other/gprof/gprof2dot-val3_gprof.prof': { code: 'not-a-profile', advice: /perf record -g/ },
  'other/gprof/gprof2dot-gnu2.prof': { code: 'not-a-profile', advice: /perf record -g/ },
  'other/unknown/inferno-unknown-format.txt': { code: 'unknown-format', advice: /can be read/ },
};

describeCorpus('files of other tools without reference values', () => {
  for (const { path } of corpusFiles('other', 'none')) {
    it(path, async () => {
      const import_ = importProfile(readCorpus(path));
      const expected = readable[path];
      if (expected === undefined) {
        await expect(import_).rejects.toMatchObject({
          name: 'ImportError',
          code: refused[path]?.code,
          message: expect.stringMatching(refused[path]?.advice ?? '') as string,
        });
        return;
      }
      const { format, profiles } = await import_;
      expect(format).toBe(expected.format);
      expect(measureProfile(profiles[0]!)).toMatchObject({
        totalWeight: expected.total,
        maxDepth: expected.depth,
      });
    });
  }
});
