import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../src/lib/flame/model/profile.ts';
import { toFolded } from '../../src/lib/flame/write/to-folded.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, measureProfile, type Measures } from './support/measure-profile.ts';

interface PerfReference extends Measures {
  readonly samples: number;
  readonly eventLinesByEvent: Readonly<Record<string, number>>;
  readonly withoutProcessFrame: Omit<Measures, 'totalWeight'>;
  readonly crossChecks: readonly { expected: string; why?: string }[];
}

const bom = '\uFEFF';

/** The reference is stackcollapse-perf.pl's reading, and not the better one. */
const differs: Readonly<Record<string, string>> = {
  'perf-script/inferno-no-events.txt': 'an empty file is refused, not read as nothing',
  'perf-script/inferno-single-line-stacks.txt':
    'cycles:u and cycles are two events; the reference (inferno) cuts the modifier and adds them up',
  'perf-script/perfview-mixed_switches.perf.data.dump':
    'the script does not see the event of a line with fields behind it, and adds all events up',
  'perf-script/perfview-no_stack_frames.perf.data.dump':
    'the same: event/call-graph=no/ and event are two events',
  'perf-script/perfview-corner_case_process_names.perf.data.dump':
    'the script drops the sample whose process has no name',
  'perf-script/gprof2dot-glxgears.perf.gz':
    'where perf printed no symbol, the script reads the last digit of the address as the function; and it drops C++ functions in anonymous namespaces',
  'perf-script/inferno-cpp-stacks-std-function.txt':
    'the script cuts std::_Function_handler<int (int, int), …>::_M_invoke at its first parenthesis',
  'perf-script/cpuprofilify-perf-script.txt':
    'the script takes the arrow in Stub:…(ADD:String*String->String) for an inlined Java method',
};

async function read(path: string): Promise<{ profiles: Profile[]; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(readCorpus(path), { fileName: path });
  expect(format).toBe('perf-script');
  return { profiles, issues: issues.map(({ code }) => code) };
}

/** The byte order mark that some files begin with is no part of the first process. */
function withoutBom(reference: PerfReference): PerfReference {
  return JSON.parse(JSON.stringify(reference).replaceAll(bom, '')) as PerfReference;
}

describeCorpus('perf script of the corpus', () => {
  for (const file of corpusFiles('perf-script')) {
    if (differs[file.path] !== undefined) continue;
    it(file.path, async () => {
      const reference = readReference<PerfReference>(file);
      const clean = withoutBom(reference);
      const { profiles } = await read(file.path);
      const [profile] = profiles;
      expect(profile?.sampleCount).toBe(reference.samples);
      if (JSON.stringify(clean) === JSON.stringify(reference)) {
        expectMeasures(profile!, reference);
      } else expectWithoutBom(profile!, clean);
      if (profiles.length > 1) {
        const found = profiles.map(({ name, sampleCount }) => [name, sampleCount]);
        expect(Object.fromEntries(found)).toEqual(reference.eventLinesByEvent);
      }
    });
  }

  for (const file of corpusFiles('perf-script')) {
    if (differs[file.path] !== undefined) continue;
    it(`${file.path}: the same without the process frame`, async () => {
      const { profiles } = await read(file.path);
      const reference = readReference<PerfReference>(file);
      const measured = measureProfile(profiles[0]!, { skip: 1 });
      const { distinctFrames, maxDepth } = reference.withoutProcessFrame;
      expect(measured).toMatchObject({ distinctFrames, maxDepth });
    });
  }
});

/** With the mark gone the first process is one with its namesakes, so frames may be fewer. */
function expectWithoutBom(profile: Profile, reference: PerfReference): void {
  const measured = measureProfile(profile);
  const names = new Set(reference.top10ByTotal.map(([name]) => name));
  expect(measured.totalWeight).toBe(reference.totalWeight);
  expect(measured.maxDepth).toBe(reference.maxDepth);
  expect(new Set(measured.top10ByTotal.map(([name]) => name))).toEqual(names);
  expect(measured.top10BySelf).toEqual(reference.top10BySelf);
}

/** What is otherwise in single expected files, on purpose: their text and ours. */
const betterNames: Readonly<Record<string, readonly [string, string, string]>> = {
  'perf-iperf-stacks-pidtid-01-collapsed-all.txt': [
    '__vdso_gettimeofday_[k]',
    '__vdso_gettimeofday',
    'the vdso is user code, though its name is in brackets as those of kernel modules are',
  ],
  'perf-iperf-stacks-pidtid-01-collapsed-kernel.txt': [
    '__vdso_gettimeofday_[k]',
    '__vdso_gettimeofday',
    'the same',
  ],
  'perf-vertx-stacks-01-collapsed-kernel.txt': [
    'FileDispatcherImpl:.write0;  3',
    'FileDispatcherImpl:.write0;[libc-2.15.so] 3',
    'where perf printed no symbol, the script made a frame without a name',
  ],
  'inferno-single-event-collapsed.txt': [
    'gc::gc::GcBox<T>::new::_{{closure}}',
    'gc::gc::GcBox$LT$T$GT$::new::_$u7b$$u7b$closure$u7d$$u7d$::ha2ed0674a1c3dc9f',
    'inferno unescapes Rust names; stackcollapse-perf.pl and we leave that to the display',
  ],
};

/** Expected results that the scripts' own projects ship; `why` names those made by an old bug. */
describeCorpus('perf script → toFolded equals stackcollapse-perf.pl', () => {
  for (const file of corpusFiles('perf-script')) {
    if (differs[file.path] !== undefined) continue;
    for (const { expected, why } of readReference<PerfReference>(file).crossChecks) {
      if (/-collapsed-(?:addrs|pid|tid)\./.test(expected)) continue; // options that we do not have
      it(`${file.path} → ${expected.replace(/^.*\//, '')}`, async () => {
        const { profiles } = await read(file.path);
        const folded = toFolded(marked(profiles[0]!, expected));
        const lines = linesOf(folded);
        const [theirs, ours] = betterNames[expected.replace(/^.*\//, '')] ?? ['', ''];
        const wanted = linesOf(readText(expected).replaceAll(theirs, () => ours));
        if (why === undefined) expect(lines).toEqual(wanted);
        else expectLastSampleMore(lines, wanted);
      });
    }
  }

  it('inferno-cpp-stacks-std-function: as inferno, which keeps the brackets of a template', async () => {
    const { profiles } = await read('perf-script/inferno-cpp-stacks-std-function.txt');
    const text = readText('perf-script/expected/inferno-cpp-stacks-std-function-collapsed.txt');
    expect(linesOf(toFolded(profiles[0]!))).toEqual(linesOf(text));
  });

  it('inferno-single-line-stacks: both lines, each under its event', async () => {
    const { profiles } = await read('perf-script/inferno-single-line-stacks.txt');
    expect(profiles.map(({ name }) => name)).toEqual(['cycles:u', 'cycles']);
    const text = readText('perf-script/expected/inferno-single-line-stacks-collapsed.txt');
    expect(profiles.flatMap((profile) => linesOf(toFolded(profile)))).toEqual(linesOf(text));
  });
});

function readText(path: string): string {
  const bytes = readCorpus(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)).toString();
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

/** The marks that --kernel and --jit write behind names. */
function marked(profile: Profile, expected: string): Profile {
  const withKernel = /-(?:all|kernel)\./.test(expected);
  const withJit = /-(?:all|jit)\./.test(expected);
  const names = profile.frames.names.map((name, index) => {
    const mark = profile.frames.details[index]?.mark;
    if (withKernel && mark === 'kernel') return `${name}_[k]`;
    return withJit && mark === 'jit' ? `${name}_[j]` : name;
  });
  return { ...profile, frames: { ...profile.frames, names } };
}

/** All lines agree but one, which has the weight of one more sample. */
function expectLastSampleMore(lines: readonly string[], wanted: readonly string[]): void {
  const more = lines.filter((line) => !wanted.includes(line));
  const less = wanted.filter((line) => !lines.includes(line));
  expect(more).toHaveLength(1);
  expect(less.length).toBeLessThanOrEqual(1);
}

describeCorpus('perf script where the reference is not the better reading', () => {
  it('inferno-no-events: an empty file is refused by a message', async () => {
    await expect(read('perf-script/inferno-no-events.txt')).rejects.toMatchObject({
      name: 'ImportError',
      code: 'empty',
    });
  });

  it('perfview-mixed_switches: switches are not added to samples of the clock', async () => {
    const { profiles } = await read('perf-script/perfview-mixed_switches.perf.data.dump');
    expect(profiles.map(({ name, totalWeight }) => [name, totalWeight])).toEqual([
      ['sched:sched_switch', 4],
      ['cpu_clock', 1],
    ]);
  });

  it('perfview-no_stack_frames: a sample without frames is one of its process', async () => {
    const { profiles } = await read('perf-script/perfview-no_stack_frames.perf.data.dump');
    expect(profiles.map(toFolded)).toEqual(['comm 1\n', 'comm;symbol 1\n']);
  });

  it('perfview-corner_case_process_names: a nameless process is named by its ids', async () => {
    const { profiles } = await read(
      'perf-script/perfview-corner_case_process_names.perf.data.dump',
    );
    expect(linesOf(toFolded(profiles[0]!)).map((line) => line.split(';')[0])).toEqual(
      ['6', '77', ':2/2', 'k/2', 'k/[2]', 'k:2'].sort(),
    );
  });

  it('gprof2dot-glxgears: no frame is named by a digit, and none in a namespace is lost', async () => {
    const { profiles } = await read('perf-script/gprof2dot-glxgears.perf.gz');
    const { names } = profiles[0]!.frames;
    expect(names.filter((name) => /^[\da-f]? ?$/.test(name))).toEqual([]);
    expect(names).toContain('(anonymous namespace)::ValueTable::lookup_or_add');
    expect(profiles[0]!.totalWeight).toBe(1401);
  });

  it('cpuprofilify: a stub whose signature has an arrow is one frame', async () => {
    const { profiles } = await read('perf-script/cpuprofilify-perf-script.txt');
    expect(measureProfile(profiles[0]!)).toMatchObject({ totalWeight: 62, distinctFrames: 358 });
    expect(profiles[0]!.frames.names).toContain('Stub:BinaryOpWithAllocationSiteStub');
  });
});

describe('the list of differing references', () => {
  it('names files of the corpus', () => {
    const paths = corpusFiles('perf-script').map(({ path }) => path);
    if (paths.length === 0) return; // no corpus beside this checkout
    expect(paths).toEqual(expect.arrayContaining(Object.keys(differs)));
  });
});
