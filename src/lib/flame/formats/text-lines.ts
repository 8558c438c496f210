const linesBetweenCheckpoints = 0x3fff;

/** Calls `visit` with each line (no line end, CRLF or LF) and its number from 1. */
export function forEachLine(
  text: string,
  checkpoint: (done: number) => void,
  visit: (line: string, number: number) => void,
): void {
  let number = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    const end = text.charCodeAt(next - 1) === 13 && next > start ? next - 1 : next;
    visit(text.slice(start, end), ++number);
    start = next + 1;
    if ((number & linesBetweenCheckpoints) === 0) checkpoint(next / text.length);
  }
}
