import type { ProfileSummary } from '../worker/lab-messages.ts';

/**
 * The profiles of a file as tabs: the largest first. Weights of different units cannot be set against
 * each other, so units stand in the order of the file, and what weighs nothing stands last.
 */
export function orderProfiles(profiles: readonly ProfileSummary[]): ProfileSummary[] {
  const units = [...new Set(profiles.map(({ unit }) => unit))];
  const isEmpty = ({ totalWeight }: ProfileSummary) => Number(totalWeight === 0);
  return [...profiles].sort(
    (a, b) =>
      isEmpty(a) - isEmpty(b) ||
      units.indexOf(a.unit) - units.indexOf(b.unit) ||
      Math.abs(b.totalWeight) - Math.abs(a.totalWeight) ||
      a.index - b.index,
  );
}

/** What is shown first: the largest; of a sample the first of its file, as everywhere on the site. */
export function firstProfile(profiles: readonly ProfileSummary[], isSample: boolean): number {
  return isSample ? 0 : (orderProfiles(profiles)[0]?.index ?? 0);
}
