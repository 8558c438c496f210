import { GrowingFloat64 } from '../../model/growing-column.ts';
import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import { ImportError } from '../import-error.ts';
import type { ImportReport } from '../import-issue.ts';
import { LocationFrames } from './location-frames.ts';
import type { PprofTables } from './pprof-tables.ts';
import { ProtobufError, ProtobufReader, type Id } from './protobuf-reader.ts';
import { say } from '../say.ts';

/** Frames of all samples together, by the size of the file: a damaged one can ask for any number. */
const mostFramesOf = (bytes: Uint8Array): number => Math.min(1e8, 1e6 + 16 * bytes.length);

/** The samples with their stacks, and the values of each sample type beside them. */
export interface PprofSamples {
  /** A profile whose weights are those of no sample type. */
  readonly stacks: Profile;
  /** By sample type, then by sample. */
  readonly values: Float64Array[];
  /** Keys of the labels that samples carry. */
  readonly labels: readonly string[];
}

/** Reads the samples of `tables` out of `bytes`; every sample type has the same stacks. */
export function readPprofSamples(
  bytes: Uint8Array,
  tables: PprofTables,
  report: ImportReport,
  checkpoint: (done: number) => void,
): PprofSamples {
  const builder = new ProfileBuilder();
  const frames = new LocationFrames(tables, builder, report);
  const stacks = new SampleStacks(builder, frames, mostFramesOf(bytes));
  const fields = new ProtobufReader(bytes, 0, 0);
  const values: number[] = [];
  const columns = tables.sampleTypes.map(() => new GrowingFloat64());
  const labelKeys = new Set<number>();
  const ranges = tables.samples.finish();
  for (let i = 0; i < ranges.length; i += 2) {
    fields.moveTo(ranges[i] ?? 0, ranges[i + 1] ?? 0);
    const sample = { locations: stacks.next(), values, labelKeys };
    if (!readSample(fields, sample, report)) continue;
    builder.sample(stacks.stack(ranges[i] ?? 0), 0);
    for (let type = 0; type < columns.length; type++) columns[type]?.push(values[type] ?? 0);
    if ((i & 0x1ffe) === 0) checkpoint(0.5 + i / ranges.length / 2);
  }
  return {
    stacks: builder.build('', 'count'),
    values: columns.map((column) => column.finish()),
    labels: [...labelKeys].map((key) => tables.strings[key] ?? ''),
  };
}

interface Sample {
  /** Leaf first. */
  readonly locations: Id[];
  readonly values: number[];
  /** Of all samples. */
  readonly labelKeys: Set<number>;
}

/** Reads a sample into arrays that are used again and again; false where it is damaged. */
function readSample(
  fields: ProtobufReader,
  { locations, values, labelKeys }: Sample,
  report: ImportReport,
): boolean {
  values.length = 0;
  try {
    while (fields.next()) {
      if (fields.field === 1) fields.ids(locations);
      else if (fields.field === 2) fields.ints(values);
      else if (fields.field === 3) readLabel(fields.message(), labelKeys);
      else fields.skip();
    }
    return true;
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    const said = say`A sample is damaged (${error.message}). It was left out.`;
    report.add({ code: 'bad-sample', ...said, byte: error.byte });
    return false;
  }
}

function readLabel(fields: ProtobufReader, keys: Set<number>): void {
  while (fields.next()) {
    if (fields.field === 1) keys.add(fields.int());
    else fields.skip();
  }
}

/**
 * The stacks of samples, one after another. Samples near one another mostly share their callers:
 * only what differs from the sample before, seen from the root, is looked up.
 */
class SampleStacks {
  readonly #builder: ProfileBuilder;
  readonly #frames: LocationFrames;
  readonly #mostFrames: number;
  #framesRead = 0;
  /** Locations, leaf first, of this sample and of the one before whose stacks are known. */
  #locations: Id[] = [];
  #before: Id[] = [];
  /** Stack by how many locations there are from the root; of the sample before. */
  readonly #stackAt: number[] = [noStack];

  constructor(builder: ProfileBuilder, frames: LocationFrames, mostFrames: number) {
    this.#builder = builder;
    this.#frames = frames;
    this.#mostFrames = mostFrames;
  }

  /** Where the next sample's locations go, leaf first. */
  next(): Id[] {
    this.#locations.length = 0;
    return this.#locations;
  }

  /**
   * The stack of these locations. `!`: indexes are below the arrays' lengths.
   *
   * @param byte where the sample is in the file
   */
  stack(byte: number): number {
    const leafFirst = this.#locations;
    const { length } = leafFirst;
    const before = this.#before;
    const mostShared = Math.min(length, before.length);
    let shared = 0;
    while (
      shared < mostShared &&
      leafFirst[length - 1 - shared] === before[before.length - 1 - shared]
    ) {
      shared++;
    }
    let stack = this.#stackAt[shared]!;
    for (let i = length - 1 - shared; i >= 0; i--) {
      const frames = this.#frames.framesOf(leafFirst[i]!);
      for (const frame of frames) stack = this.#builder.stack(stack, frame);
      this.#stackAt[length - i] = stack;
      this.#framesRead += frames.length;
      if (this.#framesRead > this.#mostFrames) throw tooManyFrames(this.#framesRead, byte);
    }
    this.#locations = before;
    this.#before = leafFirst;
    return stack;
  }
}

function tooManyFrames(frames: number, byte: number): ImportError {
  return new ImportError(
    'too-large',
    say`The samples unfold to more than ${frames} frames, too many for a file of this size.`,
    { byte, advice: 'The file is probably damaged: copy or record it again.' },
  );
}
