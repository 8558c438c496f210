import type { Sample } from '../../content/schemas/sample.ts';

/** One entry of the gallery: a sample, and the same recorded again. */
export interface GalleryEntry {
  readonly sample: Sample;
  readonly repeats: readonly Sample[];
}

export interface GalleryPart {
  /** What the widths of this part count. */
  readonly view: NonNullable<Sample['view']>;
  readonly entries: readonly GalleryEntry[];
}

const views = ['on-cpu', 'off-cpu', 'wall-clock', 'heap'] as const;
/** The profile that the guide reads comes first. */
const first = 'share-these';

/** The samples by what they count, repeated recordings folded into their first. */
export function galleryOf(samples: readonly Sample[]): GalleryPart[] {
  const leading = samples.filter(({ partOf }) => (partOf?.run ?? 1) === 1);
  const entries = leading.map((sample) => ({ sample, repeats: repeatsOf(sample, samples) }));
  entries.sort((a, b) => Number(b.sample.id === first) - Number(a.sample.id === first));
  return views
    .map((view) => ({
      view,
      entries: entries.filter(({ sample }) => (sample.view ?? 'on-cpu') === view),
    }))
    .filter((part) => part.entries.length > 0);
}

/** The other recordings of the same role in the same set. */
function repeatsOf({ id, partOf }: Sample, samples: readonly Sample[]): Sample[] {
  if (partOf?.run === undefined) return [];
  return samples.filter(
    (other) =>
      other.id !== id && other.partOf?.set === partOf.set && other.partOf.role === partOf.role,
  );
}

/** What a sample is to be compared with: its set, each role once. */
export function comparisonsOf(sample: Sample, samples: readonly Sample[]): Sample[] {
  const { partOf } = sample;
  if (partOf === undefined) return [];
  return samples.filter(
    (other) =>
      other.id !== sample.id &&
      other.partOf?.set === partOf.set &&
      (other.partOf.run ?? 1) === (partOf.run ?? 1),
  );
}

/**
 * Sets whose members were recorded alike while doing the same work, so that what differs between two graphs is what
 * was changed in the program. The members of the other sets are to be seen side by side.
 */
const alike = new Set([
  'alloc-churn',
  'chunk-size',
  'differential',
  'locks',
  'locks-off-cpu',
  'shutdown-flag',
  'small-writes',
]);

/** Two samples of the same work, the unchanged program first. */
export interface SamplePair {
  readonly before: Sample;
  readonly after: Sample;
}

/** The pairs that a sample belongs to and whose difference is the change that was made. */
export function pairsOf(sample: Sample, samples: readonly Sample[]): SamplePair[] {
  if (sample.partOf === undefined || !alike.has(sample.partOf.set)) return [];
  const others = comparisonsOf(sample, samples);
  if (sample.partOf.role === 'before') return others.map((after) => ({ before: sample, after }));
  return others
    .filter(({ partOf }) => partOf?.role === 'before')
    .map((before) => ({ before, after: sample }));
}
