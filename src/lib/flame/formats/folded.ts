import { parseFolded } from './folded/parse-folded.ts';
import type { FileHead, ProfileFormat } from './profile-format.ts';

/** How many lines detection looks at. */
const headLines = 200;
/** The end of a stack's line: a white space and a number. Tails are short; lines may be very long. */
const weightAtEnd = /[ \t]\d+(?:\.\d*)?(?:[eE][+-]?\d+)?\s*$/;
const tailLength = 40;

/** `[unknown];main 3` is a stack; this is JSON, whole or cut short. */
const jsonStart = /^\s*(?:\{\s*["}]|\[\s*(?:[[{"\]]|-?\d+\s*,))/;

/**
 * Folded (collapsed) stacks: one stack a line, root first, frames parted by `;`, then a white
 * space and the weight: `main;parse;read 12`. flamegraph.pl reads it, and every stackcollapse-*,
 * inferno, py-spy, austin and async-profiler write it. With two weights (difffolded.pl) the file
 * is two profiles, before and after.
 */
export const folded: ProfileFormat = {
  id: 'folded',
  label: 'folded stacks',
  extensions: ['folded', 'collapsed', 'txt'],
  sniff,
  parse: parseFolded,
};

/** Prose, tables and logs hold a few lines that end in a number; stacks hold little else. */
function sniff({ text }: FileHead): number {
  if (jsonStart.test(text)) return 0;
  let lines = 0;
  let stacks = 0;
  let paths = 0;
  const lastEnd = text.lastIndexOf('\n'); // the line behind it may be cut
  const whole = lastEnd > 0 ? text.slice(0, lastEnd) : text;
  for (const line of whole.split('\n', headLines)) {
    if (line.trim() === '' || /^#\s/.test(line)) continue;
    lines++;
    const tail = line.slice(-tailLength);
    const weight = weightAtEnd.exec(tail);
    if (weight === null || (weight.index === 0 && tail.length === line.length)) continue;
    stacks++;
    if (line.includes(';')) paths++;
  }
  const share = lines === 0 ? 0 : stacks / lines;
  if (share < (paths > 0 ? 0.4 : 0.8)) return 0;
  return paths * 2 > stacks ? 0.4 + 0.58 * share : 0.3 * share;
}
