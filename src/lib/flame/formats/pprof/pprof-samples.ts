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
  const stackOf = stackBuilder(builder, frames, mostFramesOf(bytes));
  const columns = tables.sampleTypes.map(() => new GrowingFloat64());
  const labelKeys = new Set<number>();
  const ranges = tables.samples.finish();
  for (let i = 0; i < ranges.length; i += 2) {
    const sample = readSample(bytes, ranges[i] ?? 0, ranges[i + 1] ?? 0, labelKeys, report);
    if (sample === undefined) continue;
    builder.sample(stackOf(sample.locations), 0);
    columns.forEach((column, type) => column.push(sample.values[type] ?? 0));
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
}

function readSample(
  bytes: Uint8Array,
  start: number,
  end: number,
  labelKeys: Set<number>,
  report: ImportReport,
): Sample | undefined {
  const sample: Sample = { locations: [], values: [] };
  const fields = new ProtobufReader(bytes, start, end);
  try {
    while (fields.next()) {
      if (fields.field === 1) fields.ids(sample.locations);
      else if (fields.field === 2) fields.ints(sample.values);
      else if (fields.field === 3) readLabel(fields.message(), labelKeys);
      else fields.skip();
    }
    return sample;
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    const said = say`A sample is damaged (${error.message}). It was left out.`;
    report.add({ code: 'bad-sample', ...said, byte: error.byte });
    return undefined;
  }
}

function readLabel(fields: ProtobufReader, keys: Set<number>): void {
  while (fields.next()) {
    if (fields.field === 1) keys.add(fields.int());
    else fields.skip();
  }
}

/** Gives the stack of a sample's locations, leaf first. */
function stackBuilder(
  builder: ProfileBuilder,
  frames: LocationFrames,
  mostFrames: number,
): (leafFirst: Id[]) => number {
  let framesRead = 0;
  return (leafFirst) => {
    let stack = noStack;
    for (let i = leafFirst.length - 1; i >= 0; i--) {
      const framesOfPlace = frames.framesOf(leafFirst[i]!); // `i` is within the array
      for (const frame of framesOfPlace) stack = builder.stack(stack, frame);
      framesRead += framesOfPlace.length;
      if (framesRead > mostFrames) throw tooManyFrames(framesRead);
    }
    return stack;
  };
}

function tooManyFrames(frames: number): ImportError {
  return new ImportError(
    'too-large',
    say`The samples unfold to more than ${frames} frames, too many for a file of this size.`,
    { advice: 'The file is probably damaged: copy or record it again.' },
  );
}
