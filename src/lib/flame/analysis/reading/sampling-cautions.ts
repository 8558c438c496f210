import { samplesNeeded } from '../intervals.ts';
import { looksLikePeriods } from '../measured.ts';
import { cautionOnAll } from './caution.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution, FunctionFact } from './reading.ts';

/** Under this flamegraph.pl asks whether something went wrong. */
const tooFew = 100;
/** Under this no share is known to ± 3 points. */
const few = 1000;

/** How far the numbers carry. `hotBySelf` is the heaviest first. */
export function samplingCautions(view: ProfileView, hotBySelf: readonly FunctionFact[]): Caution[] {
  const { samples, profile } = view;
  if (looksLikePeriods(profile))
    return [cautionOnAll(view, 'weights-look-like-periods', periods(view))];
  if (samples === undefined) {
    return [cautionOnAll(view, 'weights-not-samples', { unit: profile.unit })];
  }
  return [...sampleSize(view, samples), ...rank(hotBySelf)];
}

function periods({ profile }: ProfileView): Record<string, number> {
  let smallest = Infinity;
  for (const weight of profile.samples.weight)
    if (weight > 0) smallest = Math.min(smallest, weight);
  return { smallest, records: profile.samples.length };
}

function sampleSize(view: ProfileView, samples: number): Caution[] {
  if (samples >= few) return [];
  // The widest interval is that of the share nearest to one half: it bounds all the others.
  const widest = nearestToHalf(view, samples);
  const [low, high] = view.measure(widest).interval ?? [0, 1];
  const share = samples === 0 ? 0.5 : widest / samples;
  const caution = cautionOnAll(view, samples < tooFew ? 'too-few-samples' : 'few-samples', {
    samples,
    widest: (high - low) * 100,
    forOnePoint: samplesNeeded(0.01, share),
  });
  return [caution];
}

function nearestToHalf({ totals }: ProfileView, samples: number): number {
  let nearest = 0;
  for (const { total } of totals) {
    if (Math.abs(total - samples / 2) < Math.abs(nearest - samples / 2)) nearest = total;
  }
  return nearest;
}

/**
 * Whether the heaviest leaf is known to be that. Two counts out of one profile are compared by what
 * differs between them: of `a + b` samples, is `a` more than a fair coin gives?
 */
function rank([first, second]: readonly FunctionFact[]): Caution[] {
  if (first === undefined || second === undefined) return [];
  const a = first.self.weight;
  const b = second.self.weight;
  if ((a - b) / Math.sqrt(a + b) >= 1.96) return [];
  const rows = [...first.rows, ...second.rows];
  const values = { first: a, second: b };
  return [
    { code: 'rank-undecided', ...first.self, frames: [first.name, second.name], rows, values },
  ];
}
