import type { ImportReport } from '../import-issue.ts';
import { say } from '../say.ts';

/**
 * Types of sample that are read of one file. Profilers write at most eight; each is a profile of
 * its own with a weight for every sample, so that a damaged head could ask for any memory.
 */
const mostSampleTypes = 64;

/** The types that are read; says so where they are not all. */
export function readableTypes<Type>(
  types: Type[],
  report: ImportReport,
  where: { line?: number } = {},
): Type[] {
  if (types.length <= mostSampleTypes) return types;
  report.add({
    code: 'too-many-types',
    ...say`The file has ${types.length} types of sample, far more than any profiler writes: only the first ${mostSampleTypes} were read.`,
    ...where,
  });
  return types.slice(0, mostSampleTypes);
}
