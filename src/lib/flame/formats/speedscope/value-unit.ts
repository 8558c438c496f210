import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import { say } from '../say.ts';

/** A unit of the file and what one of it is in a profile. */
export interface ValueUnit {
  /** As the file names it. */
  readonly word: string;
  readonly unit: WeightUnit;
  readonly scale: number;
}

const units: ReadonlyMap<string, ValueUnit> = new Map(
  (
    [
      ['none', 'count', 1],
      ['bytes', 'bytes', 1],
      ['nanoseconds', 'nanoseconds', 1],
      ['microseconds', 'nanoseconds', 1e3],
      ['milliseconds', 'nanoseconds', 1e6],
      ['seconds', 'nanoseconds', 1e9],
    ] as const
  ).map(([word, unit, scale]) => [word, { word, unit, scale }]),
);

/** The unit by its word; a word that is not known counts without a unit, and that is said. */
export function valueUnitOf(
  word: string | undefined,
  profileName: string,
  report: ImportReport,
): ValueUnit {
  const known = units.get(word ?? 'none');
  if (known !== undefined) return known;
  report.add({
    code: 'assumed-unit',
    ...say`"${profileName}" is measured in "${word ?? 'none'}", which is no known unit. Its weights are shown as plain counts.`,
  });
  return { word: word ?? 'none', unit: 'count', scale: 1 };
}
