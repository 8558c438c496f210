import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import {
  asId,
  asIndex,
  asNumber,
  isRecord,
  listOf,
  member,
  numberOf,
  textOf,
} from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { brokenStack } from './stacks/linked-stacks.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';
import { say } from './say.ts';

/** Collections are recorded without a stack. */
const collection = '(garbage collection)';

/**
 * stackprof (Ruby) JSON that was recorded with `raw: true`. `raw` holds runs: the number of
 * frames, the frames root first, how often that stack was seen. Wall time is the sum of the
 * measured gaps, CPU time the number of samples times the interval, objects are counted.
 * Format: https://github.com/tmm1/stackprof, README, "all options" and lib/stackprof/report.rb.
 */
export const stackprof: ProfileFormat = {
  id: 'stackprof',
  label: 'stackprof JSON (Ruby)',
  extensions: ['stackprof.json', 'json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{[^]{0,300}?"mode"\s*:\s*"(wall|cpu|object|custom)"/.test(text) ? 0.6 : 0;
  },

  sniffJson(value: unknown): number {
    if (textOf(value, 'mode') === undefined || !isRecord(member(value, 'frames'))) return 0;
    return numberOf(value, 'interval') === undefined ? 0.4 : 0.85;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = parsedJson(input);
    const frames = member(file, 'frames');
    if (!isRecord(frames)) throw unexpectedShape('stackprof', 'it has no frames');
    const raw = listOf(file, 'raw');
    if (raw === undefined) {
      throw new ImportError('no-stacks', 'This stackprof file has totals, but no stacks.', {
        advice: 'Record again with "raw: true".',
      });
    }
    const name = input.fileName ?? 'stackprof profile';
    return requireSamples([readRuns(file, frames, raw, name, report)], this.label, report);
  },
};

interface Weighing {
  readonly unit: WeightUnit;
  readonly scale: number;
  /** Weight of the next `count` samples. */
  weightOf(count: number): number;
}

function weighing(file: unknown): Weighing {
  const mode = textOf(file, 'mode');
  const interval = numberOf(file, 'interval') ?? 1;
  const deltas = listOf(file, 'raw_timestamp_deltas') ?? [];
  if (mode === 'wall' && deltas.length > 0) {
    let next = 0;
    const weightOf = (count: number): number => {
      let sum = 0;
      const end = Math.min(deltas.length, next + count);
      while (next < end) sum += asNumber(deltas[next++]) ?? 0;
      return sum;
    };
    return { unit: 'nanoseconds', scale: 1e3, weightOf };
  }
  if (mode === 'wall' || mode === 'cpu') {
    return { unit: 'nanoseconds', scale: 1e3, weightOf: (count) => count * interval };
  }
  return { unit: 'count', scale: 1, weightOf: (count) => count };
}

function readRuns(
  file: unknown,
  frames: unknown,
  raw: readonly unknown[],
  name: string,
  report: ImportReport,
): Profile {
  const builder = new ProfileBuilder();
  const { unit, scale, weightOf } = weighing(file);
  const intake = new SampleIntake(builder, { scale });
  const stacks = new RunStacks(frames, raw, builder);
  let seen = 0;
  let moved = 0;
  let before = noStack;
  for (let at = 0; at < raw.length;) {
    const length = asIndex(raw[at], raw.length);
    const count = asIndex(raw[at + (length ?? 0) + 1], 2 ** 53);
    if (length === undefined || count === undefined) {
      report.add({
        code: 'truncated',
        ...say`The list "raw" breaks off or is damaged at place ${at}. Everything before it was read.`,
      });
      break;
    }
    const isCollection = length === 1 && nameOf(frames, raw[at + 1]) === collection;
    if (isCollection) moved += count;
    const stack = stacks.stackOf(at + 1, length, isCollection ? before : noStack);
    intake.add(stack, weightOf(count));
    before = stack === brokenStack ? noStack : stack;
    seen += count;
    at += length + 2;
  }
  intake.reportTo(report, name, unit === 'count' ? 'objects' : 'microseconds');
  reportCollections(moved, name, report);
  return builder.build(name, unit, unit === 'count' ? {} : { sampleCount: seen });
}

/** The stacks of runs; each frame of the file is looked up once. */
class RunStacks {
  readonly #frames: unknown;
  readonly #raw: readonly unknown[];
  readonly #builder: ProfileBuilder;
  /** By the id that runs use; undefined where the file has no such frame. */
  readonly #known = new Map<unknown, number | undefined>();

  constructor(frames: unknown, raw: readonly unknown[], builder: ProfileBuilder) {
    this.#frames = frames;
    this.#raw = raw;
    this.#builder = builder;
  }

  /** The stack of the run whose frames begin at `start`, on top of another. */
  stackOf(start: number, length: number, below: number): number {
    let stack = below;
    for (let i = start; i < start + length; i++) {
      const frame = this.#frameOf(this.#raw[i]);
      if (frame === undefined) return brokenStack;
      stack = this.#builder.stack(stack, frame);
    }
    return stack;
  }

  #frameOf(id: unknown): number | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    const name = nameOf(this.#frames, id);
    const detail = detailOf(frameAt(this.#frames, id));
    const frame = name === undefined ? undefined : this.#builder.frame(name, detail);
    this.#known.set(id, frame);
    return frame;
  }
}

function frameAt(frames: unknown, id: unknown): unknown {
  const key = asId(id);
  return key === undefined ? undefined : member(frames, key);
}

function nameOf(frames: unknown, id: unknown): string | undefined {
  const frame = frameAt(frames, id);
  return frame === undefined ? undefined : (textOf(frame, 'name') ?? '(unknown)');
}

function detailOf(frame: unknown): FrameDetail | undefined {
  const file = textOf(frame, 'file') ?? '';
  const line = numberOf(frame, 'line') ?? 0;
  if (file === '') return undefined;
  return line < 1 ? { file } : { file, line };
}

function reportCollections(moved: number, name: string, report: ImportReport): void {
  if (moved === 0) return;
  report.add({
    code: 'assumed-stack',
    ...say`"${name}": ${moved} samples of ${collection} have no stack of their own. They are shown on the stack that stood before them.`,
    count: moved,
  });
}
