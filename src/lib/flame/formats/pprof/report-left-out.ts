import type { ImportReport } from '../import-issue.ts';
import type { PprofSamples } from './pprof-samples.ts';
import type { PprofTables } from './pprof-tables.ts';
import { say } from '../say.ts';

/** Says what of the file is in no profile. */
export function reportLeftOut(
  tables: PprofTables,
  samples: PprofSamples,
  report: ImportReport,
): void {
  if (samples.labels.length > 0) {
    report.add({
      code: 'labels-left-out',
      ...say`The samples carry labels (${samples.labels.join(', ')}). They were added up without them.`,
    });
  }
  const dropFrames = tables.strings[tables.dropFrames] ?? '';
  if (dropFrames !== '') {
    report.add({
      code: 'frames-kept',
      message: 'The file asks pprof to hide some frames. They are shown here.',
      excerpt: dropFrames,
    });
  }
}

/** Says what is unusual about the weights of one sample type. */
export function reportWeights(type: string, weights: Float64Array, report: ImportReport): void {
  const negative = weights.reduce((count, weight) => (weight < 0 ? count + 1 : count), 0);
  if (negative > 0) {
    report.add({
      code: 'negative-weight',
      ...say`${negative} samples of ${type} have a negative weight: the file is a difference of two profiles.`,
    });
  }
  if (weights.some((weight) => !Number.isSafeInteger(weight))) {
    report.add({
      code: 'inexact-weight',
      ...say`Some weights of ${type} are above 2^53. Their last digits were rounded.`,
    });
  }
}

export function reportUnit(type: string, unit: string, report: ImportReport): void {
  report.add({
    code: 'unknown-unit',
    ...say`The unit "${unit}" of ${type} is not known. It was read as a plain count.`,
  });
}
