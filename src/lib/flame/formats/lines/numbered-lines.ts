/** Lines of a text with their 1-based numbers, with or without carriage returns. */
export function* numberedLines(text: string): Generator<{ line: string; number: number }> {
  let number = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const hasReturn = end > start && text.charCodeAt(end - 1) === 13;
    number++;
    yield { line: text.slice(start, hasReturn ? end - 1 : end), number };
    start = end + 1;
  }
}

/** How many characters of white space a line starts with. */
export function indentOf(line: string): number {
  let at = 0;
  while (at < line.length && isWhite(line.charCodeAt(at))) at++;
  return at;
}

/** White space as regular expressions know it; of what is not ASCII few lines have any. */
function isWhite(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(String.fromCharCode(code));
}
