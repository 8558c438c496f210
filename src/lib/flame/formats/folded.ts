import type { FrameTable, Profile } from '../model/profile.ts';
import { rememberSorted } from '../model/sorted-profile.ts';
import { detailOfName } from './folded/detail-of-name.ts';
import { FoldedScan } from './folded/scan-folded.ts';
import { sortedStacks } from './folded/sorted-stacks.ts';
import { unitOfWeights } from './folded/unit-of-weights.ts';
import { ImportError } from './import-error.ts';
import { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

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

/** Reads folded stacks that are known to be that. Nothing but the bytes is asked of the file. */
export async function parseFolded(
  input: Pick<FormatInput, 'bytes' | 'fileName' | 'checkpoint'>,
  report: ImportReport,
): Promise<Profile[]> {
  const { scan, issues } = scanFolded(input.bytes, input.checkpoint);
  const names = scan.frames.names();
  if (names === undefined) {
    // Once bad bytes are written anew as U+FFFD, equal names are equal bytes again.
    const { decodeUtf8 } = await import('./decode-utf8.ts'); // few files have any
    const bytes = new TextEncoder().encode(decodeUtf8(input.bytes, report));
    return parseFolded({ ...input, bytes }, report);
  }
  report.take(issues);
  if (scan.weight.length === 0) throw noStacks();
  const frames = { length: names.length, names, details: names.map(detailOfName) };
  return profilesOf(scan, frames, input.fileName ?? 'folded stacks', report);
}

/**
 * Whether a file has one weight a line or two is decided for the whole file, by most of its lines:
 * `main;worker 12 100` is one thread called "worker 12" among others, or one line of a difference.
 * Only a difference, which is rare, is scanned a second time.
 */
function scanFolded(
  bytes: Uint8Array,
  checkpoint: (done: number) => void,
): { scan: FoldedScan; issues: ImportReport } {
  const issues = new ImportReport();
  const scan = new FoldedScan(bytes, 1, issues).scan(checkpoint);
  if (!scan.hasTwoColumns()) return { scan, issues };
  const issuesOfTwo = new ImportReport();
  return { scan: new FoldedScan(bytes, 2, issuesOfTwo).scan(checkpoint), issues: issuesOfTwo };
}

async function profilesOf(
  scan: FoldedScan,
  frames: FrameTable,
  name: string,
  report: ImportReport,
): Promise<Profile[]> {
  const weights = scan.columns === 1 ? [scan.weight] : [scan.weightBefore, scan.weight];
  const columns = weights.map((column) => column.finish());
  const { stacks, stackOfSample, isSorted } = await sortedStacks(
    scan,
    frames,
    columns[0] ?? scan.weight.finish(),
  );
  const unit = unitOfWeights(columns, report);
  if (scan.columns === 2) {
    report.add({
      code: 'two-columns',
      message: 'Most lines end in two weights: they were read as before and after.',
      count: scan.twoNumberLines,
    });
  }
  const profiles = columns.map((weight, side) => ({
    name: columns.length === 1 ? name : `${name} (${side === 0 ? 'before' : 'after'})`,
    unit,
    frames,
    stacks,
    samples: { length: stackOfSample.length, stack: stackOfSample, weight },
    totalWeight: sum(weight),
  }));
  if (isSorted) profiles.forEach(rememberSorted);
  return profiles;
}

function sum(weights: Float64Array): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

function noStacks(): ImportError {
  return new ImportError('no-samples', 'No line is a stack and a weight, like "main;parse 12".', {
    line: 1,
    advice: 'If the profiler wrote raw stacks, open its own file, or fold it first.',
  });
}
