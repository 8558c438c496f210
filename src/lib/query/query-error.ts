/** A query that cannot be answered on this profile. The message names the query. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(query: unknown, why: string) {
    super(`query ${describeQuery(query)}: ${why}`);
  }
}

/** A query as an author wrote it, on one line. */
export function describeQuery(query: unknown): string {
  return JSON.stringify(query)
    .replace(/"([A-Za-z]\w*)":/g, '$1: ')
    .replaceAll(',', ', ');
}
