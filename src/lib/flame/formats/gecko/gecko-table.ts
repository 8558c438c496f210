import { asIndex, isArray, isRecord, listOf, member, numberOf } from '../json/json-value.ts';

/** One cell of a table, unchecked; undefined where there is none. */
export type Cell = (row: number) => unknown;

/** A table of a Gecko profile, in either of its two shapes. */
export interface GeckoTable {
  readonly length: number;
  column(name: string): Cell;
}

const nothing: Cell = () => undefined;

/**
 * Tables come as rows with a schema (`{ schema: { stack: 0 }, data: [[3], …] }`, what the browser
 * writes) or as columns (`{ stack: [3, …], length }`, what profiler.firefox.com and samply write).
 */
export function tableOf(holder: unknown, name: string): GeckoTable {
  const table = member(holder, name);
  const rows = listOf(table, 'data');
  if (rows !== undefined) {
    const schema = member(table, 'schema');
    return {
      length: rows.length,
      column(key) {
        const place = numberOf(schema, key);
        return place === undefined ? nothing : (row) => cellOf(rows[row], place);
      },
    };
  }
  const longest = longestColumn(table);
  return {
    // Never more than the columns hold, whatever `length` says.
    length: asIndex(member(table, 'length'), longest) ?? longest,
    column(key) {
      const values = listOf(table, key);
      return values === undefined ? nothing : (row) => values[row];
    },
  };
}

function cellOf(row: unknown, place: number): unknown {
  return isArray(row) ? row[place] : undefined;
}

function longestColumn(table: unknown): number {
  let longest = 0;
  for (const column of isRecord(table) ? Object.values(table) : []) {
    if (isArray(column) && column.length > longest) longest = column.length;
  }
  return longest;
}

/** The texts that a thread's tables refer to: its own, or those that all threads share. */
export function stringsOf(thread: unknown, shared: unknown): Cell {
  const own = member(thread, 'stringArray') ?? member(thread, 'stringTable');
  const list = isArray(own) ? own : (listOf(own, '_array') ?? listOf(shared, 'stringArray') ?? []);
  return (place) => (asIndex(place, list.length) === undefined ? undefined : list[place]);
}
