import { formatWeight } from '../../flame/index.ts';
import type { Measured, Reading } from '../../flame/index.ts';

/**
 * Amdahl: how many times as fast all would be without this part, at most. `undefined` where the
 * weight is no processor time (bytes, counts, waiting of many threads), or nothing would be left.
 */
export function timesWithout(
  { share }: Measured,
  { unit, cautions }: Pick<Reading, 'unit' | 'cautions'>,
  locale: string,
): string | undefined {
  const isTime = unit === 'samples' || unit === 'nanoseconds';
  const isWaiting = cautions.some(({ code }) => code === 'waiting-counted');
  if (!isTime || isWaiting || share <= 0 || share > 0.99) return undefined;
  return formatWeight(1 / (1 - share), 'count', locale);
}
