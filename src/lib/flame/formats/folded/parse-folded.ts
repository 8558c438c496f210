import type { FrameTable, Profile } from '../../model/profile.ts';
import { rememberSorted } from '../../model/sorted-profile.ts';
import { ImportError } from '../import-error.ts';
import { ImportReport } from '../import-issue.ts';
import type { FormatInput } from '../profile-format.ts';
import { detailOfName } from './detail-of-name.ts';
import { FoldedScan } from './scan-folded.ts';
import { sortedStacks } from './sorted-stacks.ts';
import { unitOfWeights } from './unit-of-weights.ts';

// Loaded whole: a bundle has a function for each name that is taken out of an import.
const loadDecoder = () => import('../decode-utf8.ts');

/** Reads folded stacks that are known to be that. Nothing but the bytes is asked of the file. */
export async function parseFolded(
  input: Pick<FormatInput, 'bytes' | 'fileName' | 'checkpoint'>,
  report: ImportReport,
): Promise<Profile[]> {
  const { scan, issues } = scanFolded(input.bytes, input.checkpoint);
  const names = scan.frames.names();
  if (names === undefined) {
    // Once bad bytes are written anew as U+FFFD, equal names are equal bytes again.
    const { decodeUtf8 } = await loadDecoder(); // few files have any
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
