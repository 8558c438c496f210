/** A note as Anki would keep it. */
export interface ImportedNote {
  readonly guid: string;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly deck: string;
}

/**
 * Reads a text as Anki's own importer does (ankitects/anki, `rslib/src/import_export/text`, read for
 * this), into a collection that has the note type Basic and nothing else.
 */
export function importIntoAnki(text: string): { notes: ImportedNote[]; decks: Set<string> } {
  const head = new Map<string, string>();
  let rest = text;
  for (let line = /^#(.*)\n/.exec(rest); line !== null; line = /^#(.*)\n/.exec(rest)) {
    const [key = '', ...value] = (line[1] ?? '').split(':');
    head.set(key.trim().toLowerCase(), value.join(':'));
    rest = rest.slice(line[0].length);
  }
  const separator = head.get('separator')?.trim().toLowerCase() === 'tab' ? '\t' : ',';
  const column = (name: string) => Number(head.get(`${name} column`) ?? 0);
  const meta = ['guid', 'tags', 'deck', 'notetype'].map(column);
  const rows = rowsOf(rest, separator);
  // The columns of the first row that are nothing else are the fields, in the note type's order.
  const own = (rows[0] ?? []).map((_, place) => place + 1).filter((place) => !meta.includes(place));
  const [front = 0, back = 0] = own;
  const decks = new Set(['Default']);
  const notes = new Map<string, ImportedNote>();
  for (const row of rows) {
    const at = (place: number) => row[place - 1] ?? '';
    if (at(front) === '') continue; // "empty first field"
    const named = column('deck') === 0 ? head.get('deck') : at(column('deck'));
    // Made for a note that names it; a name in the head counts only where the deck is there.
    const isKnown = named !== undefined && (column('deck') > 0 || decks.has(named));
    const deck = isKnown ? named : 'Default';
    decks.add(deck);
    const guid = at(column('guid'));
    const tags = at(column('tags')).split(/\s+/).filter(Boolean);
    notes.set(guid, { guid, fields: [at(front), at(back)], tags, deck });
  }
  return { notes: [...notes.values()], decks };
}

/** Records of separated values: quotes around a field, doubled inside it; `#` begins a comment. */
function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\n][^${separator}\\n]*)?)(${separator}|\\n|$)`,
    'y',
  );
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`No field at character ${at}: ${text.slice(at, at + 60)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === separator) continue;
    if (row[0]?.startsWith('#') !== true || text[at] === '"') rows.push(row);
    row = [];
  }
  return rows;
}
