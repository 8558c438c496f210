import type { Profile } from '../model/profile.ts';
import { PprofPlaces } from './pprof-places.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/**
 * The profile as a pprof file (profile.proto, not packed: pprof tools read it as it is, and gzip
 * makes it a `.pb.gz`). One sample type, named and counted as the profile; each sample stays one
 * sample. Inlined frames go into the location of their caller. What pprof cannot hold is lost:
 * times, marks, and the fraction of a weight, which is rounded; a frame with an empty name has none there.
 */
export function toPprof(profile: Profile): Uint8Array {
  const writer = new ProtobufWriter();
  const places = new PprofPlaces(profile);
  const type = { type: places.string(profile.name), unit: places.string(profile.unit) };
  writeValueType(writer, 1, type);
  writeSamples(writer, profile, places);
  places.write(writer);
  const period = findPeriod(profile);
  if (period !== undefined) {
    writeValueType(writer, 11, type);
    writer.uint(12, period);
  }
  return writer.finish();
}

function writeValueType(
  writer: ProtobufWriter,
  field: number,
  { type, unit }: { type: number; unit: number },
): void {
  writer.message(field, (message) => {
    message.uint(1, type);
    message.uint(2, unit);
  });
}

function writeSamples(writer: ProtobufWriter, { samples }: Profile, places: PprofPlaces): void {
  samples.stack.forEach((stack, index) => {
    writer.message(2, (message) => {
      message.packed(1, places.locationsOf(stack));
      message.packed(2, [Math.round(samples.weight[index] ?? 0)]);
    });
  });
}

/** What one sample is worth, where all weights are whole multiples of it: it keeps `sampleCount`. */
function findPeriod({ samples, sampleCount, totalWeight, unit }: Profile): number | undefined {
  if (sampleCount === undefined || sampleCount === 0 || unit !== 'nanoseconds') return undefined;
  const period = totalWeight / sampleCount;
  const fits = samples.weight.every((weight) => weight >= 0 && weight % period === 0);
  return fits && Number.isSafeInteger(period) && period > 1 ? period : undefined;
}
