import type { FrameDetail } from '../../model/profile.ts';
import { asIndex, isArray, member, textOf } from '../json/json-value.ts';
import { stringsOf, tableOf, type Cell, type GeckoTable } from './gecko-table.ts';

export interface GeckoFrame {
  readonly name: string;
  readonly detail: FrameDetail;
}

/** Reads one row of a thread's frame table; undefined where the row is not there. */
export type ReadFrame = (row: number) => GeckoFrame | undefined;

/** How to read the thread's frames: in the browser's own format or in the processed one. */
export function framesOf(thread: unknown, shared: unknown, meta: unknown): ReadFrame {
  const isProcessed = member(thread, 'funcTable') ?? member(shared, 'funcTable');
  return isProcessed === undefined
    ? rawFrames(thread, meta)
    : processedFrames(thread, shared, meta);
}

/** Where a table is: with the thread, or (since 2025) with all of them. */
export function holderOf(name: string, thread: unknown, shared: unknown): unknown {
  return member(thread, name) === undefined ? shared : thread;
}

/** Frames of the browser's own format: a `location` says name, file and line in one text. */
function rawFrames(thread: unknown, meta: unknown): ReadFrame {
  const table = tableOf(thread, 'frameTable');
  const strings = stringsOf(thread, undefined);
  const [location, line] = [table.column('location'), table.column('line')];
  const markOf = marks(table.column('implementation'), table.column('category'), strings, meta);
  return (row) => {
    const name = textAt(strings, location(row));
    if (name === undefined) return undefined;
    const place = placeIn(name);
    const exactLine = lineOf(line(row)) ?? place?.line;
    return {
      name,
      detail: compact({ file: place?.file, line: exactLine, mark: markOf(row) }),
    };
  };
}

/** Frames of the processed format: a frame points to a function, that to a resource and a source. */
function processedFrames(thread: unknown, shared: unknown, meta: unknown): ReadFrame {
  const frames = tableOf(holderOf('frameTable', thread, shared), 'frameTable');
  const strings = stringsOf(thread, shared);
  const functionAt = functionsOf(thread, shared, strings);
  const [funcOf, addressOf] = [frames.column('func'), frames.column('address')];
  const [depthOf, lineAt] = [frames.column('inlineDepth'), frames.column('line')];
  const markOf = marks(frames.column('implementation'), frames.column('category'), strings, meta);
  return (row) => {
    const func = functionAt(funcOf(row));
    if (func === undefined) return undefined;
    const { name, file, line, library } = func;
    return {
      name,
      detail: compact({
        file,
        line: lineOf(lineAt(row)) ?? line,
        library,
        address: hexOf(addressOf(row)),
        inlined: Number(depthOf(row)) > 0 ? true : undefined,
        mark: markOf(row),
      }),
    };
  };
}

interface GeckoFunction {
  readonly name: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly library: string | undefined;
}

function functionsOf(
  thread: unknown,
  shared: unknown,
  strings: Cell,
): (place: unknown) => GeckoFunction | undefined {
  const funcs = tableOf(holderOf('funcTable', thread, shared), 'funcTable');
  const [nameOf, isScript] = [funcs.column('name'), funcs.column('isJS')];
  const [fileOf, sourceOf] = [funcs.column('fileName'), funcs.column('source')];
  const [lineAt, resourceOf] = [funcs.column('lineNumber'), funcs.column('resource')];
  const sourceName = textColumn(tableOf(shared, 'sources'), 'filename', strings);
  const resources = tableOf(holderOf('resourceTable', thread, shared), 'resourceTable');
  const libraryOf = textColumn(resources, 'name', strings);
  const hasFiles = fileOf(0) !== undefined || sourceOf(0) !== undefined;
  return (place) => {
    const func = asIndex(place, funcs.length);
    const name = func === undefined ? undefined : textAt(strings, nameOf(func));
    if (func === undefined || name === undefined) return undefined;
    // The first versions had no file column: a script's place was part of the function's name.
    const inName = isScript(func) === true && !hasFiles ? placeIn(name) : undefined;
    return {
      name: inName?.name ?? name,
      file: sourceName(sourceOf(func)) ?? textAt(strings, fileOf(func)) ?? inName?.file,
      line: lineOf(lineAt(func)) ?? inName?.line,
      library: libraryOf(resourceOf(func)),
    };
  };
}

/** A column that points to texts, asked by a cell of another table that points to its rows. */
function textColumn(
  table: GeckoTable,
  name: string,
  strings: Cell,
): (place: unknown) => string | undefined {
  const column = table.column(name);
  return (place) => {
    const row = asIndex(place, table.length);
    return row === undefined ? undefined : textAt(strings, column(row));
  };
}

/** What runs the frame's code (`baseline`, `ion`…) where it says, else the name of its category. */
function marks(implementation: Cell, category: Cell, strings: Cell, meta: unknown) {
  const categories = member(meta, 'categories');
  return (row: number): string | undefined => {
    const engine = textAt(strings, implementation(row));
    if (engine !== undefined || !isArray(categories)) return engine;
    const index = asIndex(category(row), categories.length);
    return index === undefined ? undefined : textOf(categories[index], 'name');
  };
}

function textAt(strings: Cell, place: unknown): string | undefined {
  const text = typeof place === 'number' ? strings(place) : undefined;
  return typeof text === 'string' ? text : undefined;
}

function lineOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function hexOf(address: unknown): string | undefined {
  const isAddress = typeof address === 'number' && Number.isInteger(address) && address >= 0;
  return isAddress ? `0x${address.toString(16)}` : undefined;
}

/** A detail without the members that are not known. */
function compact(detail: {
  [Key in keyof FrameDetail]: FrameDetail[Key] | undefined;
}): FrameDetail {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
}

/** `name (file:line:column)` taken apart; undefined for a location without a place. */
export function placeIn(
  location: string,
): { name: string; file: string; line: number | undefined } | undefined {
  const open = location.lastIndexOf(' (');
  if (open < 0 || !location.endsWith(')')) return undefined;
  const inside = location.slice(open + 2, -1);
  const [, file = inside, line] = /^(.*?):(\d{1,9})(?::\d{1,9})?$/.exec(inside) ?? [];
  return {
    name: location.slice(0, open).trimEnd(),
    file,
    line: line === undefined ? undefined : Number(line),
  };
}
