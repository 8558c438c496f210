import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import { readableTypes } from './pprof/readable-types.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { brokenStack } from './stacks/linked-stacks.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';

interface RawFrame {
  readonly name: string;
  readonly detail: FrameDetail;
}

interface RawSample {
  readonly values: readonly number[];
  /** Ids of locations, leaf first. */
  readonly locations: readonly string[];
}

interface SampleType {
  readonly name: string;
  readonly unit: WeightUnit;
}

/**
 * What `go tool pprof -raw` prints: `samples/count cpu/nanoseconds`, rows of values and location
 * ids (leaf first), then the locations; inlined callers follow on lines of their own.
 */
export const pprofRaw: ProfileFormat = {
  id: 'pprof-raw',
  label: 'go tool pprof -raw',
  extensions: ['txt'],

  sniff({ text }: FileHead): number {
    return /^Samples:\s*$/m.test(text) && /^(PeriodType|Period):/m.test(text) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const { types: all, typesLine, samples, locations } = readSections(input.text());
    const types = readableTypes(all, report, { line: typesLine });
    if (types.length === 0) {
      throw new ImportError('truncated', 'The text ends before its samples.', {
        line: 1,
        advice: 'Run "go tool pprof -raw profile.pb.gz > profile.txt" again.',
      });
    }
    const name = input.fileName ?? 'pprof';
    const profiles = types.map((type, index) => {
      const builder = new ProfileBuilder();
      const intake = new SampleIntake(builder, { scale: 1 });
      for (const sample of samples) {
        intake.add(stackOf(sample, locations, builder), sample.values[index]);
      }
      intake.reportTo(report, type.name, type.unit);
      return builder.build(`${name}: ${type.name}`, type.unit);
    });
    return requireSamples(profiles, this.label, report);
  },
};

function readSections(text: string): {
  types: SampleType[];
  typesLine: number;
  samples: RawSample[];
  locations: Map<string, RawFrame[]>;
} {
  let types: SampleType[] = [];
  const samples: RawSample[] = [];
  const locations = new Map<string, RawFrame[]>();
  let typesLine = 0;
  let section = '';
  let last: RawFrame[] = [];
  for (const { line, number } of numberedLines(text)) {
    const trimmed = line.trim();
    if (/^(Samples:|Locations|Mappings)$/.test(trimmed)) section = trimmed;
    else if (section === 'Samples:') {
      if (types.length === 0) {
        types = readTypes(trimmed);
        typesLine = number;
      } else samples.push(...readSample(trimmed));
    } else if (section === 'Locations' && trimmed !== '') {
      const [, id, rest] = /^(\d+): 0x[0-9a-f]+ (.*)$/.exec(trimmed) ?? [];
      if (id !== undefined) locations.set(id, (last = []));
      last.push(readFrame(rest ?? trimmed));
    }
  }
  return { types, typesLine, samples, locations };
}

function readTypes(line: string): SampleType[] {
  return line.split(/\s+/).map((type) => {
    const [name = type, unit = ''] = type.replace(/\[dflt\]$/, '').split('/');
    if (unit === 'nanoseconds' || unit === 'bytes') return { name, unit };
    return { name, unit: name === 'samples' ? 'samples' : 'count' };
  });
}

/** `1   10000000: 1 2 2`; lines of labels (`bytes:[16]`) have no such row. */
function readSample(line: string): RawSample[] {
  const [, values, ids] = /^(-?\d+(?:\s+-?\d+)*)\s*:((?: \d+)*)\s*$/.exec(line) ?? [];
  if (values === undefined || ids === undefined) return [];
  return [{ values: values.trim().split(/\s+/).map(Number), locations: ids.trim().split(' ') }];
}

/** `M=1 runtime.mcall /src/asm.s:310 s=0`, without the mapping where there is none. */
function readFrame(text: string): RawFrame {
  const bare = text.replace(/^M=\d+ /, '').replace(/ s=\d+(\(inlined\))?$/, '');
  const space = bare.lastIndexOf(' ');
  const [, file = '', line] = /^(.*?):(\d+)(?::\d+)?$/.exec(bare.slice(space + 1)) ?? [];
  const name = line === undefined || space <= 0 ? bare : bare.slice(0, space);
  const known = line === undefined || Number(line) < 1 ? {} : { line: Number(line) };
  return { name: name.trim(), detail: { ...(file === '' ? {} : { file }), ...known } };
}

function stackOf(
  { locations }: RawSample,
  frames: ReadonlyMap<string, readonly RawFrame[]>,
  builder: ProfileBuilder,
): number {
  let stack = noStack;
  for (let i = locations.length - 1; i >= 0; i--) {
    const lines = frames.get(locations[i] ?? '');
    if (lines === undefined) return brokenStack;
    // The last line of a location is its function, the ones before were inlined into it.
    for (let j = lines.length - 1; j >= 0; j--) {
      const frame = lines[j];
      if (frame === undefined) continue;
      const detail = j < lines.length - 1 ? { ...frame.detail, inlined: true } : frame.detail;
      stack = builder.stack(stack, builder.frame(frame.name, detail));
    }
  }
  return stack;
}
