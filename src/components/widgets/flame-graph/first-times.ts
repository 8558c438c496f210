import { formatShare, formatWeight } from '../../../lib/flame/graph.ts';
import type { WeightUnit } from '../../../lib/flame/index.ts';
import { localeOf } from '../../../lib/i18n/index.ts';
import { labelAdvance } from './label-font.ts';
import { nextTask } from './when-idle.ts';

/**
 * Does what is slow only the first time on a page, the formats of numbers and the measured font, each in a
 * task of its own while the profile is on its way: together with the picture they would be one long task.
 */
export async function getFirstTimesDone(host: HTMLElement, unit: WeightUnit): Promise<void> {
  const locale = localeOf(host);
  const firsts = [
    () => formatShare(0.123, locale),
    () => formatWeight(1, unit, locale),
    () => labelAdvance(host),
  ];
  for (const first of firsts) {
    await nextTask();
    first();
  }
}
