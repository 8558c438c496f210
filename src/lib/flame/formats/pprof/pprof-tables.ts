import { GrowingFloat64 } from '../../model/growing-column.ts';
import type { ImportReport } from '../import-issue.ts';
import { ProtobufError, ProtobufReader, type Id } from './protobuf-reader.ts';
import { say } from '../say.ts';

/** A type and its unit, as indexes into the strings. */
export interface ValueType {
  readonly type: number;
  readonly unit: number;
}

export interface PprofFunction {
  name: number;
  systemName: number;
  file: number;
}

export interface PprofLine {
  functionId: Id;
  line: number;
}

export interface PprofLocation {
  mapping: Id;
  address: Id;
  /** The frames of this place, innermost first: the last one is the caller of all before. */
  readonly lines: PprofLine[];
}

/** A pprof file, taken apart: names are still indexes, samples still bytes. */
export interface PprofTables {
  readonly strings: string[];
  readonly sampleTypes: ValueType[];
  readonly functions: Map<Id, PprofFunction>;
  readonly locations: Map<Id, PprofLocation>;
  /** Index of the file's name in the strings, by id. */
  readonly mappings: Map<Id, number>;
  /** Start and end of each sample, alternating. */
  readonly samples: GrowingFloat64;
  periodType: ValueType | undefined;
  period: number;
  /** An expression for frames that pprof leaves out, as an index. */
  dropFrames: number;
}

/**
 * Reads all tables of a profile.proto (google/pprof, proto/profile.proto), in whatever order they
 * are. A file that ends early gives what was read and an issue.
 */
export function readPprofTables(
  bytes: Uint8Array,
  report: ImportReport,
  checkpoint: (done: number) => void,
): PprofTables {
  const reader = new TableReader(bytes, report);
  const fields = new ProtobufReader(bytes);
  try {
    for (let count = 1; fields.next(); count++) {
      reader.readField(fields);
      if ((count & 0x3fff) === 0) checkpoint((0.5 * fields.at) / bytes.length);
    }
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    report.add({
      code: 'truncated',
      ...say`The file is damaged or cut short here (${error.message}). What came before was read.`,
      byte: error.byte,
    });
  }
  return reader.tables;
}

class TableReader {
  readonly tables: PprofTables = {
    strings: [],
    sampleTypes: [],
    functions: new Map(),
    locations: new Map(),
    mappings: new Map(),
    samples: new GrowingFloat64(),
    periodType: undefined,
    period: 0,
    dropFrames: 0,
  };
  readonly #bytes: Uint8Array;
  readonly #report: ImportReport;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Ids left out count from 1: some writers number by position and say nothing. */
  readonly #position = { functions: 0, locations: 0, mappings: 0 };

  constructor(bytes: Uint8Array, report: ImportReport) {
    this.#bytes = bytes;
    this.#report = report;
  }

  readField(fields: ProtobufReader): void {
    const { tables } = this;
    const { field } = fields;
    if (field === 2) this.#addSample(fields.range());
    else if (field === 6) tables.strings.push(this.#text(fields.range()));
    else if (field === 7) tables.dropFrames = fields.int();
    else if (field === 12) tables.period = fields.int();
    else if (field <= 5 || field === 11) this.#readMessage(field, fields.message());
    else fields.skip();
  }

  /** A message that cannot be read is left out: its length was sound, so the next one can be. */
  #readMessage(field: number, message: ProtobufReader): void {
    try {
      if (field === 1) this.tables.sampleTypes.push(readValueType(message));
      else if (field === 3) this.#readMapping(message);
      else if (field === 4) this.#readLocation(message);
      else if (field === 5) this.#readFunction(message);
      else this.tables.periodType = readValueType(message);
    } catch (error) {
      if (!(error instanceof ProtobufError)) throw error;
      const said = say`A part of the file is damaged (${error.message}). It was left out.`;
      this.#report.add({ code: 'bad-message', ...said, byte: error.byte });
    }
  }

  #addSample([start, end]: [number, number]): void {
    this.tables.samples.push(start);
    this.tables.samples.push(end);
  }

  #readMapping(fields: ProtobufReader): void {
    let id: Id = 0;
    let file = 0;
    while (fields.next()) {
      if (fields.field === 1) id = fields.uint();
      else if (fields.field === 5) file = fields.int();
      else fields.skip();
    }
    this.tables.mappings.set(this.#idOf('mappings', id), file);
  }

  #readLocation(fields: ProtobufReader): void {
    const location: PprofLocation = { mapping: 0, address: 0, lines: [] };
    let id: Id = 0;
    while (fields.next()) {
      if (fields.field === 1) id = fields.uint();
      else if (fields.field === 2) location.mapping = fields.uint();
      else if (fields.field === 3) location.address = fields.uint();
      else if (fields.field === 4) location.lines.push(readLine(fields.message()));
      else fields.skip();
    }
    this.tables.locations.set(this.#idOf('locations', id), location);
  }

  #readFunction(fields: ProtobufReader): void {
    const read: PprofFunction = { name: 0, systemName: 0, file: 0 };
    let id: Id = 0;
    while (fields.next()) {
      if (fields.field === 1) id = fields.uint();
      else if (fields.field === 2) read.name = fields.int();
      else if (fields.field === 3) read.systemName = fields.int();
      else if (fields.field === 4) read.file = fields.int();
      else fields.skip();
    }
    this.tables.functions.set(this.#idOf('functions', id), read);
  }

  #idOf(table: keyof typeof this.tables & ('functions' | 'locations' | 'mappings'), id: Id): Id {
    this.#position[table]++;
    if (id !== 0) return id;
    if (this.#report.countOf('missing-id') === 0) {
      this.#report.add({
        code: 'missing-id',
        ...say`The ${table} of this file have no ids. Their positions were taken instead.`,
      });
    }
    return this.#position[table];
  }

  #text([start, end]: [number, number]): string {
    const bytes = this.#bytes.subarray(start, end);
    try {
      return this.#strict.decode(bytes);
    } catch {
      const text = this.#lenient.decode(bytes);
      this.#report.add({
        code: 'invalid-utf8',
        message: 'A name is not UTF-8. Its bad bytes were read as U+FFFD.',
        byte: start,
        excerpt: text,
      });
      return text;
    }
  }
}

function readValueType(fields: ProtobufReader): ValueType {
  const read = { type: 0, unit: 0 };
  while (fields.next()) {
    if (fields.field === 1) read.type = fields.int();
    else if (fields.field === 2) read.unit = fields.int();
    else fields.skip();
  }
  return read;
}

function readLine(fields: ProtobufReader): PprofLine {
  const read: PprofLine = { functionId: 0, line: 0 };
  while (fields.next()) {
    if (fields.field === 1) read.functionId = fields.uint();
    else if (fields.field === 2) read.line = fields.int();
    else fields.skip();
  }
  return read;
}
