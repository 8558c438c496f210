import type { Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { isLegacyPprof, legacyPprofError } from './pprof/legacy-pprof.ts';
import { readableTypes } from './pprof/readable-types.ts';
import { readPprofSamples, type PprofSamples } from './pprof/pprof-samples.ts';
import { readPprofTables, type PprofTables } from './pprof/pprof-tables.ts';
import { findPprofUnit, type KnownUnit } from './pprof/pprof-unit.ts';
import { ProtobufError, ProtobufReader } from './pprof/protobuf-reader.ts';
import { reportLeftOut, reportUnit, reportWeights } from './pprof/report-left-out.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

/**
 * pprof's profile.proto: what Go, and by now most languages, write. One profile for each sample
 * type, in the file's order, on the same stacks; inlined functions are frames of their own.
 */
export const pprof: ProfileFormat = {
  id: 'pprof',
  label: 'pprof',
  extensions: ['pb.gz', 'pprof', 'pb', 'prof'],

  sniff(head: FileHead): number {
    return isLegacyPprof(head) ? 0.8 : sniffFields(head.bytes);
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const { bytes } = input;
    if (isLegacyPprof({ bytes, text: startOf(bytes) })) throw legacyPprofError();
    const all = readPprofTables(bytes, report, (done) => input.checkpoint(done));
    const tables = { ...all, sampleTypes: readableTypes(all.sampleTypes, report) };
    if (tables.sampleTypes.length === 0 || tables.samples.length === 0) throw noSamples(report);
    if (tables.strings.length === 0) throw noNames(bytes.length);
    const samples = readPprofSamples(bytes, tables, report, (done) => input.checkpoint(done));
    reportLeftOut(tables, samples, report);
    return profilesOf(tables, samples, report);
  },
};

/** Walks the fields of the head: they are pprof's when their numbers and kinds are. */
function sniffFields(bytes: Uint8Array): number {
  const fields = new ProtobufReader(bytes);
  let known = 0;
  let sampleTypes = 0;
  try {
    while (fields.next()) {
      if (fields.field === 1) {
        if (!isValueType(fields.message())) return 0;
        sampleTypes++;
      } else if (isPprofField(fields)) fields.skip();
      else return 0;
      known++;
    }
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    // The head is cut somewhere, which says nothing against what came before.
    if (error.message !== 'cut short') return 0;
  }
  if (sampleTypes > 0) return known > 1 ? 0.95 : 0.2;
  return known > 4 ? 0.5 : 0;
}

const byteFields: readonly number[] = [2, 3, 4, 5, 6, 11];
const numberFields: readonly number[] = [7, 8, 9, 10, 12, 14, 15];

function isPprofField({ field, wireType }: ProtobufReader): boolean {
  if (field === 13) return wireType === 0 || wireType === 2;
  return wireType === 2
    ? byteFields.includes(field)
    : wireType === 0 && numberFields.includes(field);
}

function isValueType(fields: ProtobufReader): boolean {
  let known = 0;
  while (fields.next()) {
    if (fields.field > 2 || fields.wireType !== 0) return false;
    fields.skip();
    known++;
  }
  return known <= 2;
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 64));
}

function profilesOf(tables: PprofTables, samples: PprofSamples, report: ImportReport): Profile[] {
  const types = tables.sampleTypes.map(({ type, unit }) => {
    const name = tables.strings[type] ?? '';
    const unitName = tables.strings[unit] ?? '';
    return { name, unitName, known: findPprofUnit(name, unitName) };
  });
  const counted = types.findIndex(({ known }) => known?.unit === 'samples');
  const sampleCount = counted === -1 ? undefined : sumOf(samples.values[counted] ?? []);
  return types.map(({ name, unitName, known }, index) => {
    if (known === undefined) reportUnit(name, unitName, report);
    const { unit, factor }: KnownUnit = known ?? { unit: 'count', factor: 1 };
    const weight = (samples.values[index] ?? new Float64Array()).map((value) => value * factor);
    reportWeights(name, weight, report);
    const looked =
      unit === 'nanoseconds' ? (sampleCount ?? countPeriods(tables, index, samples)) : undefined;
    return {
      ...samples.stacks,
      name: name === '' ? 'samples' : name,
      unit,
      samples: { ...samples.stacks.samples, weight },
      totalWeight: sumOf(weight),
      ...(looked === undefined ? {} : { sampleCount: looked }),
    };
  });
}

/** How many samples there were, where the file says what one is worth and all values agree. */
function countPeriods(
  tables: PprofTables,
  type: number,
  { values }: PprofSamples,
): number | undefined {
  const { periodType, period, sampleTypes, strings } = tables;
  const sampleType = sampleTypes[type];
  if (periodType === undefined || sampleType === undefined || period <= 1) return undefined;
  const isSame =
    strings[periodType.type] === strings[sampleType.type] &&
    strings[periodType.unit] === strings[sampleType.unit];
  const column = values[type] ?? new Float64Array();
  if (!isSame || column.some((value) => value < 0 || value % period !== 0)) return undefined;
  return sumOf(column) / period;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function noSamples(report: ImportReport): ImportError {
  const what = 'This pprof file holds no samples.';
  const because = report.finish().find(({ code }) => code === 'truncated');
  if (because !== undefined) {
    const { byte = 0 } = because;
    const advice = 'Copy or download the file again.';
    return new ImportError('truncated', what, { byte, because, advice });
  }
  return new ImportError('no-samples', what, {
    byte: 0,
    advice: 'Record again, for longer or under load.',
  });
}

function noNames(byte: number): ImportError {
  return new ImportError('truncated', 'This pprof file ends before its names begin.', {
    byte,
    advice: 'Copy or download the file again.',
  });
}
