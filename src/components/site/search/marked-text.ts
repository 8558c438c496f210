/** A piece of an excerpt: plain, or a word that was searched for. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
};

/**
 * Reads the excerpts of the search index, which are escaped text with `<mark>` around what was
 * found. Any other tag stays text: nothing of it ever becomes HTML again.
 */
export function piecesOf(excerpt: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let marked = false;
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === '<mark>') marked = true;
    else if (part === '</mark>') marked = false;
    else if (part !== '') pieces.push({ text: unescape(part), marked });
  }
  return pieces;
}

function unescape(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole);
}

/** The index ends each block with a Latin full stop and a space; after 汉字 that is one full-width stop. */
export function blocksInChinese(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}）”])\. ?/gu, '。').replace(/(?<=[。！？；]) +/g, '');
}
