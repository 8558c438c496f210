import { ProtobufWriter } from '../../src/lib/flame/write/protobuf-writer.ts';

type Id = number | bigint;

/** A pprof file as a drawing: ids and names are free, so that a test can break every rule. */
export interface PprofDrawing {
  /** `type/unit`. */
  readonly types?: readonly string[];
  /** Location ids, leaf first; then one value a type. */
  readonly samples?: readonly {
    readonly locations: readonly Id[];
    readonly values: readonly number[];
    readonly labels?: readonly string[];
  }[];
  readonly locations?: readonly {
    readonly id?: Id;
    readonly address?: Id;
    readonly mapping?: Id;
    /** `[function id, line]`, innermost first. */
    readonly lines?: readonly (readonly [Id, number])[];
  }[];
  readonly functions?: readonly {
    readonly id?: Id;
    readonly name: string;
    readonly systemName?: string;
    readonly file?: string;
  }[];
  readonly mappings?: readonly { readonly id: Id; readonly file: string }[];
  readonly period?: readonly [type: string, period: number];
  readonly dropFrames?: string;
  /** Lists one by one and not packed, as old writers do. */
  readonly unpacked?: boolean;
}

/** The drawing as the bytes of a profile.proto. */
export function pprofBytes(drawing: PprofDrawing): Uint8Array {
  const writer = new ProtobufWriter();
  const strings = [''];
  const text: TextIndex = (value = '') => {
    const known = strings.indexOf(value);
    return known === -1 ? strings.push(value) - 1 : known;
  };
  for (const type of drawing.types ?? ['samples/count']) writeType(writer, 1, type, text);
  writeSamples(writer, drawing, text);
  writePlaces(writer, drawing, text);
  if (drawing.period !== undefined) {
    writeType(writer, 11, drawing.period[0], text);
    writer.uint(12, drawing.period[1]);
  }
  if (drawing.dropFrames !== undefined) writer.uint(7, text(drawing.dropFrames));
  for (const value of strings) writer.text(6, value);
  return writer.finish();
}

type TextIndex = (value?: string) => number;

function writeType(writer: ProtobufWriter, field: number, type: string, text: TextIndex): void {
  const [name, unit] = type.split('/');
  writer.message(field, (message) => {
    message.uint(1, text(name));
    message.uint(2, text(unit));
  });
}

function writeSamples(writer: ProtobufWriter, drawing: PprofDrawing, text: TextIndex): void {
  for (const { locations, values, labels = [] } of drawing.samples ?? []) {
    writer.message(2, (message) => {
      if (drawing.unpacked === true) {
        for (const id of locations) message.uint(1, id);
        for (const value of values) message.uint(2, value);
      } else {
        message.packed(1, locations);
        message.packed(2, values);
      }
      for (const label of labels) message.message(3, (inner) => inner.uint(1, text(label)));
    });
  }
}

function writePlaces(writer: ProtobufWriter, drawing: PprofDrawing, text: TextIndex): void {
  for (const { id, file } of drawing.mappings ?? []) {
    writer.message(3, (message) => {
      message.uint(1, id);
      message.uint(5, text(file));
    });
  }
  for (const location of drawing.locations ?? []) {
    writer.message(4, (message) => writeLocation(message, location));
  }
  for (const { id = 0, name, systemName, file } of drawing.functions ?? []) {
    writer.message(5, (message) => {
      message.uint(1, id);
      message.uint(2, text(name));
      message.uint(3, text(systemName));
      message.uint(4, text(file));
    });
  }
}

type Location = NonNullable<PprofDrawing['locations']>[number];

function writeLocation(message: ProtobufWriter, location: Location): void {
  const { id = 0, mapping = 0, address = 0, lines = [] } = location;
  message.uint(1, id);
  message.uint(2, mapping);
  message.uint(3, address);
  for (const [fn, line] of lines) {
    message.message(4, (inner) => {
      inner.uint(1, fn);
      inner.uint(2, line);
    });
  }
}

/** Locations 1, 2, 3… of functions with these names. */
export function placesOf(...names: string[]): Pick<PprofDrawing, 'locations' | 'functions'> {
  return {
    locations: names.map((_, index) => ({ id: index + 1, lines: [[index + 1, 0]] })),
    functions: names.map((name, index) => ({ id: index + 1, name })),
  };
}
