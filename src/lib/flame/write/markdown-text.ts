import { displayName } from '../text/display-name.ts';
import type { Text } from './said-text.ts';

/** A name as a code span, in tables of functions. */
export function markdownCode(name: string): string {
  return codeSpan(displayName(name));
}

/** The same inside of sentences and lists, where the path would hide the point. */
export function shortCode(name: string): string {
  return codeSpan(displayName(name, { level: 'shortest' }));
}

/** Text as code, nothing of it changed but white space: an excerpt of a file. */
export function markdownVerbatim(text: string): string {
  return codeSpan(text);
}

/** Fenced by more backticks than the text holds, and without line ends. */
function codeSpan(text: string): string {
  const shown = text.replace(/\s+/g, ' ').trim() || '?';
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Text that Markdown takes for nothing but text. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|&~]/g, '\\$&');
}

/** A sentence: its names are code, shortened, and its words nothing but text. */
export function markdownOf(text: Text): string {
  return text
    .map((part) => (typeof part === 'string' ? markdownText(part) : shortCode(part.frame)))
    .join('');
}

/** A table of cells that are Markdown already; a bar in one is escaped. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}
