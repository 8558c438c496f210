import { functionChanges, type Profile } from '../../../lib/flame/index.ts';

export interface BenchSettings {
  readonly isNormalised: boolean;
  /** Compares the second with the first instead. */
  readonly isSwapped: boolean;
}

/** One function in both profiles, by its self weight, as the drawing has it. */
export interface BenchRow {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Width in a graph as wide as the profile that stands second, in 0..1 of the widest. */
  readonly width: number;
  readonly change: 'grew' | 'shrank' | 'same';
  readonly status: 'appeared' | 'vanished' | 'common';
}

// Functions of a sample or two are left out: they say nothing but that a run is a run.
const leastWeight = 5;

/**
 * What difffolded.pl and flamegraph.pl would draw of two profiles, function by function: width is the
 * second profile's, colour the change of the self weight, the first scaled to the second if wanted.
 */
export function benchRows(one: Profile, other: Profile, settings: BenchSettings): BenchRow[] {
  const [before, after] = settings.isSwapped ? [other, one] : [one, other];
  const normalize = settings.isNormalised ? 'total' : 'none';
  const rows = functionChanges(before, after, { normalize })
    .filter(({ before: was, after: is }) => Math.max(was.self, is.self) >= leastWeight)
    .map(({ name, status, before: was, after: is }) => ({
      name,
      before: was.self,
      after: is.self,
      width: is.self,
      change: changeOf(is.self - was.self),
      status,
    }));
  const widest = rows.reduce((most, { width }) => Math.max(most, width), 1);
  return rows.map((row) => ({ ...row, width: row.width / widest }));
}

function changeOf(difference: number): BenchRow['change'] {
  if (Math.abs(difference) < 1) return 'same';
  return difference > 0 ? 'grew' : 'shrank';
}
