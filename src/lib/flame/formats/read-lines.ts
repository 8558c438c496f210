import type { FormatInput } from './profile-format.ts';

const linesBetweenCheckpoints = 1 << 14;

/**
 * Visits the lines of a text file, without their ends, and reports progress. `isCut` is true of a
 * last line behind which no newline stands: it may have been cut.
 */
export function readLines(
  input: Pick<FormatInput, 'text' | 'checkpoint'>,
  visit: (line: string, number: number, isCut: boolean) => void,
): void {
  const text = input.text();
  let number = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    visit(text.slice(start, end), ++number, newline === -1);
    start = next + 1;
    if (number % linesBetweenCheckpoints === 0) input.checkpoint(start / text.length);
  }
}
