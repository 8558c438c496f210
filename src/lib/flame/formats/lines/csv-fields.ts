/**
 * Fields of one line of comma-separated values: a field in double quotes may hold commas, and a
 * double quote written twice (RFC 4180; no field of a profile goes over several lines).
 */
export function csvFields(line: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line.charAt(at) !== '"') {
      const comma = line.indexOf(',', at);
      const end = comma === -1 ? line.length : comma;
      fields.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    const close = closingQuote(line, at + 1);
    fields.push(line.slice(at + 1, close).replaceAll('""', '"'));
    const comma = line.indexOf(',', close);
    at = comma === -1 ? line.length + 1 : comma + 1;
  }
  return fields;
}

function closingQuote(line: string, start: number): number {
  for (let at = line.indexOf('"', start); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line.charAt(at + 1) !== '"') return at;
  }
  return line.length;
}
